# Las organizaciones: a dónde pertenecen las personas, quién las avala y la palabra del punto focal.

command-organisation = organización, organizacion, organisation, organization
command-vouch = avalar, vouch
help-organisation = nombres y punto focal de una organización; unir dos o separarlas
help-vouch = avalar que una organización, o una persona, es lo que dice
takes-organisation = organización
option-organisation = organización
option-organisation-about = su nombre; con una @cuenta después, que esa persona pertenece a ella
words-claims = solicitudes, claims
words-show = mostrar, show
words-add = añadir, agregar, add
words-remove = quitar, remove
words-focal = focal
words-merge = unir, merge
words-part = separar, part
words-into = con, into
words-name = nombre, name
words-acronym = sigla, siglas, acronym

organisation-alike = Usted escribió { $organisation }. ¿Es una de estas?
organisation-alike-no = no, es otra
organisation-someone-claims = Alguien dice pertenecer a { $organisation }, de la que usted es el punto focal. Para ver quién, escriba { $command }.
organisation-belongs = { $name } dice pertenecer a { $organisation }. ¿Es así?
organisation-later = más tarde
organisation-put-off = De acuerdo. Cuando tenga tiempo, escriba { $command }.
organisation-nobody-waits = Nadie espera su palabra.
organisation-not-focal = Usted no es el punto focal de ninguna organización. Los nombra la coordinación.
organisation-confirmed = { $name } pertenece ahora a { $organisation }. Lo que presente por ella cuenta como su palabra.
organisation-declined = { $name } no pertenece a { $organisation }. Nada de lo suyo se muestra con ese nombre.
status-organisation-waits = Su organización: { $organisation }. Nadie lo ha confirmado aún, así que usted cuenta como una sola persona.
status-organisation-confirmed = Su organización: { $organisation }. Está confirmado: lo que presente por ella cuenta como su palabra.
status-organisation-declined = Su organización: { $organisation }. Su punto focal no confirmó que usted pertenece a ella, así que nada suyo se muestra con su nombre. Si es un error, diríjase a quien indica contacto.
status-focal = Usted es el punto focal de { $organisation }, desde el { $since }.
status-claims =
    { $count ->
        [one] Una persona espera su palabra: { $command }
       *[other] { $count } personas esperan su palabra: { $command }
    }

organisation-unknown = No conozco ninguna organización { $organisation }. { $command } las muestra todas.
organisation-near = No conozco ninguna organización { $organisation }. Hay: { $organisations }.
organisation-none = Aún no se conoce ninguna organización. Cada cual nombra la suya con: acuerdo organización, y su nombre.
organisations-heading = Organizaciones
organisations-more =
    { $count ->
        [one] Y una más. organización mostrar la encuentra por su nombre.
       *[other] Y { $count } más. organización mostrar encuentra cada una por su nombre.
    }
organisation-unvouched = nadie la ha avalado aún
organisation-without-focal = avalada, sin punto focal
organisation-with-focal = avalada, con punto focal
organisation-names = Nombres: { $names }
organisation-holds = Son una con ella: { $names }
organisation-focal = Punto focal: { $name }, desde el { $since }
organisation-waiting = Esperan una palabra: { $people } personas
organisation-reference = En el registro: organización { $reference }
organisation-name-taken = { $name } es un nombre de { $organisation }. Si ambas son una, únalas.
organisation-name-stays = { $name } no es uno de sus nombres, o es el único.
organisation-focal-told = Usted es ahora el punto focal de { $organisation }. Usted dice quién pertenece a ella. Para ver quién espera, escriba { $command }.
organisation-merged = { $gone } es ahora una con { $organisation }. Para deshacerlo, escriba { $command }
organisation-one-already = Son dos nombres de { $organisation }: ya es una sola.
organisation-parted = { $gone } y { $organisation } son de nuevo dos, cada una con lo que tenía.
organisation-not-merged = { $organisation } no está unida con ninguna otra.
organisation-part-which = Estas son una con { $organisation }: { $organisations }. Escriba el nombre de la que se separa.

vouch-done = Usted avala a { $organisation }. Quien dice pertenecer a ella cuenta como su voz cuando su punto focal, o usted, lo confirma de esa persona.
vouch-next = Después, nombre su punto focal: { $command }
vouch-not-claimed = { $name } no dice pertenecer a { $organisation }. Primero escribe: acuerdo organización, y su nombre.
vouch-none = Nadie espera una palabra sobre su organización.
vouch-heading = Quién dice pertenecer a dónde
vouch-line = { $organisation }: { $people } personas · { $state }
vouch-hint = { $command } con un nombre avala la organización; con una @cuenta después, a esa persona.

# El informe semanal de la coordinación.

words-report = informe, report
roles-report-on = Vuelve su informe semanal de la región, los lunes.
roles-report-off = Ya no recibe el informe semanal. funciones informe activar lo trae de vuelta.
report-people = Participan: { $people } personas; nuevas esta semana: { $new }
report-written =
    { $count ->
        [one] Escrito esta semana: una contribución
       *[other] Escrito esta semana: { $count } contribuciones
    }
report-round-table = Mesa redonda { $number }: { $count }
report-claims = Esperan una palabra sobre su organización: { $people } personas. Para ver cuáles, escriba { $command }.
report-foot = Esto llega cada lunes. Para detenerlo, escriba { $command }.
