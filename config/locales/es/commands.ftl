# Lo que se escribe para cada orden, primero la palabra que se muestra. Dos órdenes nunca comparten una palabra.

command-help = ayuda, help
command-about = acerca de, about
command-privacy = privacidad, privacy
command-join = participar, unirse, join
command-consent = acuerdo, consentimiento, consent
command-language = idioma, lengua, language
command-my-data = mis datos, my data
command-forget-me = olvídeme, olvideme, olvídame, olvidame, forget me
command-unlink-account = desvincular cuenta, unlink account
command-link-account = vincular cuenta, link account
command-stop = stop, parar
command-status = estado, status
command-objective = objetivo, objective
command-why = por qué, por que, why
command-contact = contacto, denunciar, recurso, contact
command-say = decir, say
command-submit = presentar, submit
command-my-contributions = mis contribuciones, my contributions
command-approve = aprobar, approve
command-withdraw = retirar, withdraw
command-private = privado, private
command-who = quién, quien, who
command-room = sala, room
command-floor = palabra, floor
command-ask = preguntar, ask
command-hide = ocultar, hide
command-restore = restaurar, restore
command-tag = etiquetar, tag
command-health = salud, health
command-digest = resumen, digest
command-show = mostrar, show
command-quotes = citas, quotes
command-export = exportar, export
command-consultation = consulta, consultation
command-roles = funciones, roles
command-audit = auditoría, auditoria, audit

# Una línea por orden, 60 caracteres como máximo.
help-help = qué se puede escribir aquí, y cómo
help-about = qué soy y en qué me baso
help-privacy = qué se guarda de usted, y cómo retirarlo
help-join = participar: elegir cómo se usan sus palabras
help-consent = ver o cambiar cómo se usan sus palabras
help-language = el idioma en que le escribo
help-my-data = todo lo que guardo sobre usted
help-forget-me = borrar lo que escribió y todo lo que sé de usted
help-unlink-account = soltar esta cuenta; lo que escribió queda con la otra
help-link-account = unir esta cuenta con otra suya: recibir un código o escribir el que recibió
help-stop = dejo de hablarle, y usted elige qué más retirar
help-status = cómo participa, y qué pasó con sus palabras
help-objective = los 23 objetivos, por número o por palabra
help-why = los textos que le dan derecho; o por qué AF-… se leyó así
help-contact = a quién dirigirse
help-say = decir algo que se anote, en una sala o en privado
help-submit = texto largo o archivo; o: en nombre de NOMBRE: texto
help-my-contributions = sus propias palabras con sus recibos
help-approve = permitir una cita de algo que escribió en privado
help-withdraw = retirar algo que escribió
help-private = escribirme en privado
help-who = quién puede leer aquí
help-room = vincular esta sala, ajustarla, comprobarla, ensayar
help-floor = abrir o cerrar la palabra, con hora de cierre
help-ask = preguntar a la sala; las respuestas se anotan
help-hide = sacar una contribución de los resúmenes; se avisa
help-restore = hacer que una contribución ocultada cuente de nuevo
help-tag = corregir cómo se leyó algo: objetivo o tipo
help-health = cómo estoy
help-digest = lo que se escribió, por temas y con citas
help-show = una contribución y cómo se leyó
help-quotes = los pasajes que se pueden citar
help-export = lo que se puede exportar, en archivos con manifiesto
help-consultation = crear una consulta, ajustarla, cambiar su etapa
help-roles = sus funciones; la secretaría las da y las retira
help-audit = qué hicieron quienes tienen una función

help-heading = Lo que puede escribir
help-foot = En una sala, escriba primero { $prefix }. En privado, basta la palabra sola.
help-foot-list = Escriba / y elija. En privado, basta la palabra.

about-heading = gcm-talks
about-what = Soy un programa. Anoto lo que las personas escriben en las salas de una consulta sobre el Pacto Mundial para la Migración, si están de acuerdo, y hago resúmenes. Con ellos, los relatores escriben el resumen final.
about-basis = Me baso en la nota de la Red de las Naciones Unidas sobre la Migración sobre la participación de las partes interesadas en los exámenes regionales, del 10 de mayo de 2023.
about-limits = Un resumen es una lectura automática, no la opinión de la red. Son personas quienes deciden quién habla, qué se publica y qué se oculta.

privacy-heading = Lo que se guarda de usted
privacy-consent = No se guarda nada suyo si usted no participa. Usted elige cómo se usan sus palabras, y puede cambiarlo en cualquier momento.
privacy-kept = Se guarda lo que usted escribe para que se anote, su acuerdo, su idioma y lo que me dice que muestre junto a sus palabras. Todo está cifrado, y cada contribución tiene su propia clave.
privacy-without = De quienes no participan no guardo palabras ni nombres. Guardo solo una marca, que desaparece después de un mes, para preguntar una sola vez.
privacy-read = Los moderadores, los relatores y los coordinadores de su consulta pueden leer lo que se anota. Queda escrito quién abrió una contribución.
privacy-backups =
    { $days ->
        [one] Lo que usted retira se borra enseguida. Después de { $days } día, ninguna copia de seguridad permite leerlo.
       *[other] Lo que usted retira se borra enseguida. Después de { $days } días, ninguna copia de seguridad permite leerlo.
    }
privacy-contact = Responsable: { $controller }. Contacto: { $contact }.
privacy-commands = mis datos · acuerdo · retirar · olvídeme · stop

join-again = acuerdo para cambiarlo · mis contribuciones · stop
consent-change = Para cambiarlo, escriba una de estas líneas:

language-which = ¿Qué idioma? Escriba idioma y uno de estos: { $languages }

status-consent = { $consultation }. Usted participa: { $level } (desde: { $since }).
status-paused = Su participación está en pausa: no se anota nada de lo que escribe. Para continuar, escriba { $command }.
status-none = Usted no participa, y no guardo nada de lo que escribió. Para participar, escriba { $command }.
status-written =
    { $count ->
        [0] Todavía no ha escrito nada que se haya anotado.
        [one] Escribió { $count } contribución. Figura en un resumen: { $cited }.
       *[other] Escribió { $count } contribuciones. Figuran en un resumen: { $cited }.
    }

objectives-heading = Los 23 objetivos del Pacto Mundial, por mesa redonda
objective-round-table = Se trata en la mesa redonda { $number }.
objective-digest = Lo que se escribió sobre él: { $command }

why-heading = Por qué puede participar
why-compact = El Pacto Mundial (resolución 73/195) compromete a los Estados a trabajar en alianza con los migrantes, la sociedad civil, los sindicatos, las organizaciones confesionales, las autoridades locales, el sector privado y otros: párrafos 15 j) y 44.
why-format = Sus exámenes se hacen con la participación de todas las partes interesadas pertinentes: párrafo 48, y resolución 73/326, párrafo 10.
why-declaration = La Declaración sobre los Progresos (resolución 76/266) pide que los procesos regionales cooperen con las partes interesadas y aprovechen lo que aportan.
why-note = La nota de la red sobre la participación de las partes interesadas (10 de mayo de 2023) pide un acceso efectivo a cada examen y a su preparación.

contact-help = ¿En peligro, o menor de 18 años? Diríjase a: { $help }.

which-consultation = ¿De qué consulta se trata?
private-hello = Hola. Para decir algo que se anote, escríbamelo. { $help } muestra qué más entiendo.
private-note = ¿Lo anoto para: { $consultation }?
private-writing = Escríbame ahora. Durante diez minutos, lo que escriba aquí se anota para: { $consultation }.

# Lo que se escribe después de presentar: en nombre de NOMBRE: texto. No «por»: muchos textos empiezan así.
words-for = en nombre de, en nombre del, for, on behalf of

file-too-large = { $name } pasa de { $limit } KiB. Envíelo en partes, o pegue el texto.
file-not-text = { $name } no es un archivo de texto simple. Envíe un archivo .txt o .md en UTF-8, o pegue el texto.
file-unreachable = No pude recibir { $name }. Envíelo otra vez, o pegue el texto.
file-poll = Una encuesta no se anota. Escriba lo que piensa en un mensaje.

# Lo que toma una orden, como lo nombra la ayuda.
takes-command = orden
takes-objective = objetivo
takes-options = opciones
takes-passage = pasaje
takes-reason = motivo
takes-code = código
takes-receipt = recibo
takes-receipt-or-word = recibo o palabra
takes-scope = objetivo 6 desde 2 sep …
takes-until = hasta 13 sep 18:00
takes-who-and-what = quién y qué
takes-language = idioma
takes-objective-or-kind = objetivo o tipo
takes-question = pregunta
takes-text = texto

# Lo que se escribe después de una orden, junto a las palabras inglesas.
words-bind = vincular
words-set = ajustar, configurar, fijar
words-rehearsal = ensayo
words-check = comprobar, verificar
words-card = tarjeta
words-unbind = desvincular
words-list = lista, listar
words-open = abrir, abierta, abierto
words-close = cerrar
words-on = activar, activado
words-off = desactivar, desactivado
words-none = ninguno, ninguna, nada
words-reaction = reacción, reaccion
words-private = privado, en privado
words-create = crear
words-stage = etapa, fase
words-grant = dar, nombrar
words-revoke = retirar, revocar
words-everywhere = todo, todas
words-like = como
words-title = título, titulo
words-controller = responsable
words-contact = contacto
words-help = ayuda
words-retention = conservación, conservacion
words-timezone = huso, huso horario, zona horaria
words-languages = idiomas, lenguas
words-risky = sensibles, delicados
words-space = espacio
words-ack = acuse
words-chatham = chatham
words-consultation = consulta
words-objective = objetivo
words-round-table = mesa redonda
words-room = sala
words-subregion = subregión, subregion
words-region = región, region
words-since = desde
words-until = hasta
words-level = nivel
words-kind = tipo, clase
words-category = categoría, categoria
words-written-in = escrito en
words-language = idioma, lengua
words-format = formato
words-every = cada, todos los
words-never = nunca
words-all = todo, todos, todas
words-full = completo, completa
words-screen = pantalla, breve, corto
words-local = local
words-national = nacional
words-regional = regional
words-global = mundial, global
words-preparation = preparación, preparacion
words-closing = cierre
words-summary = resumen final, resumen
words-follow-up = seguimiento

# Los días desde hoy, y los días de la semana completos, desde el lunes.
words-today = hoy
words-tomorrow = mañana, manana
words-yesterday = ayer
date-weekdays = lunes, martes, miércoles, jueves, viernes, sábado, domingo
# Other forms in which people write them, between /.
date-weekdays-forms = lunes, martes, miércoles, jueves, viernes, sábados, domingos
