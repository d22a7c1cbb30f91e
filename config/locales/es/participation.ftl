# Convocatorias, formularios e inscripción.

command-register = inscripción, inscribirme, inscribirse, register
command-unregister = anular inscripción, unregister
command-check-in = presente, check in
command-registrations = inscripciones, registrations
command-coverage = cobertura, coverage
command-call = convocatoria, call

help-register = inscribirse, o ver y cambiar la inscripción
help-unregister = retirar la inscripción; se borran las respuestas
help-check-in = decir que se está allí; por otros, con su número
help-registrations = quién se inscribió, por número y estado; aceptar o no
help-coverage = inscritos por categoría, región y género; quién falta
help-call = abrir, prolongar, anunciar o cerrar una convocatoria; su texto

takes-answers = país Kenia modo en línea …
takes-number = número
takes-which = confirmadas, espera, aceptar 17 …
option-answers = respuestas
option-answers-about = sus respuestas de una vez, por ejemplo: país Kenia modo en línea; si no, pregunto
option-number = número
option-number-about = el número de una inscripción; sin él, usted
option-which = cuáles
option-which-about = por ejemplo: espera, o aceptar 17, o rechazar 17
menu-gcm-talks = inscribirse y participar en los encuentros
button-register = Inscribirme
button-unregister = Anular mi inscripción
button-take-place = Tomar la plaza

words-pause = pausa
words-back = atrás
words-skip = saltar
words-change = cambiar
words-registration = inscripción, inscripciones
words-extend = prolongar
words-capacity = capacidad
words-online = en línea
words-audience = público
words-hours = horas
words-everyone = todos
words-youth = jóvenes
words-states = estados
words-invitation = invitación
words-accept = aceptar
words-decline = rechazar
words-confirmed = confirmadas
words-promised = prometidas
words-waiting = espera
words-asked = pedidas

mode-room = en persona
mode-online = en línea

form-first = Esta es la primera pregunta.
form-change = Escriba el número de una respuesta para cambiarla, o 0 si todo es correcto.
form-required = Esta pregunta necesita respuesta. También puede escribir pausa y seguir después.
form-empty = Aquí no hay respuesta. Escriba una.
form-too-long = Esto tiene { $example } caracteres. Escriba como máximo { $limit }.
form-country = No conozco ningún país { $typed }. Escriba su nombre, su código o su bandera, como Kenia, KEN o 🇰🇪.
form-country-near = No conozco ningún país { $typed }. ¿Quiere decir { $example }? Escriba el número o el nombre.
form-theme = No conozco objetivo ni mesa redonda { $typed }. Escriba por ejemplo: 6, remesas, mesa redonda 2.
form-too-many = Nombre como máximo { $limit }.
form-choice = { $typed } no es ninguna de las respuestas. Escriba un número de 1 a { $limit } o las palabras, por ejemplo: { $example }.
form-choices = { $typed } no es ninguna de las respuestas. Escriba números de 1 a { $limit } con comas, por ejemplo: 1, 2.

form-skip = no responder
form-sensitive = Es un dato sensible y no tiene que responder. Si lo hace, acepta que lo guarde, sellado, solo para esto.
form-summary = Estas son sus respuestas. Escriba un número para cambiar una, o 0:
form-confirm = todo es correcto
form-paused = Sus respuestas se guardan. Para seguir, también dentro de unos días, escriba { $command }.
form-more = Preguntas que quedan, todas opcionales: { $count }. ¿Responderlas ahora?
form-done = Gracias. { $data } muestra lo que guardo; { $undo } retira su inscripción.

register-none = Todavía no es posible inscribirse en { $consultation }. Preguntas: { $contact }.
register-closed = La inscripción en { $consultation } se cerró el { $day }. Si aún quiere venir, diríjase a { $contact }.
register-states = Esta inscripción es para los Estados Miembros. Si representa a uno, diríjase a { $contact }.
register-kept = Inscripción en { $consultation }, organizada por { $controller }. Lo que responda se guarda, sellado, hasta { $days } días después de publicarse el resumen; los organizadores pueden leerlo. Puede retirarlo en cualquier momento.
register-age = ¿Tiene 18 años o más, y está de acuerdo?
register-youth = Es para personas de 18 a 30 años. ¿Lo es, y está de acuerdo?
register-not-youth = No se guardó nada. Para saber adónde pueden venir personas de otra edad, diríjase a { $contact }.
register-under-18 = No se guardó nada. Si tiene menos de 18 años, no puedo inscribirle; { $contact } puede ayudarle.
register-line = No sé qué hacer con { $typed }. Escriba por ejemplo: { $example }

registered-confirmed = Tiene su inscripción en { $consultation }, { $mode }. Su número es { $number }.
registered-waiting = Todas las plazas están ocupadas: está en la lista de espera de { $consultation }, { $mode }. Su número es { $number }. Le aviso cuando haya una plaza para usted; se guarda entonces { $hours } horas.
registered-place = Su lugar en la lista: { $place }.
registered-place-of = Su lugar en la lista: { $place } de { $of }.
registered-promised = Hay una plaza para usted: { $consultation }, { $mode }. Se guarda hasta { $until }. Para tomarla, escriba { $register }; para devolverla, { $unregister }.
registered-asked = Su inscripción en { $consultation } está entregada con el número { $number }. Los organizadores invitan una por una; le diré lo que decidan.
registered-draft = Su inscripción en { $consultation } no está terminada. Para seguir, escriba { $register }.
registered-declined = Los organizadores no pudieron aceptar su inscripción en { $consultation }. Para preguntar por qué, diríjase a { $contact }.
registered-lapsed = La plaza guardada para usted en { $consultation } pasó a la persona siguiente. Para volver a la lista, escriba { $register }.

unregister-none = No tiene inscripción en { $consultation }. Para inscribirse, escriba { $command }.
unregister-done = Ya no tiene inscripción en { $consultation }, y sus respuestas se borraron. Para volver a inscribirse, escriba { $command }.

check-in-none = Todavía no tiene plaza en { $consultation }. { $command } muestra cómo está.
check-in-no-number = Nadie con plaza tiene el número { $typed }. Escriba por ejemplo: presente 17.
check-in-done = El número { $number } está aquí: { $consultation }.

entry-draft = sin terminar
entry-confirmed = confirmada
entry-promised = plaza guardada
entry-waiting = lista de espera
entry-asked = por decidir
entry-declined = no aceptada
entry-lapsed = no tomada a tiempo
entry-withdrawn = retirada
entry-number = número { $number }
entry-checked-in = está aquí

call-needs = Antes de abrir una convocatoria hay que fijar: { $missing }. Escriba { $command }
call-already = Esta convocatoria ya está abierta. Para cambiar hasta cuándo o cuántas plazas: { $command }
call-none = No hay abierta ninguna convocatoria así. Escriba { $command }
call-no-places = No habría ninguna plaza. Dé plazas en la sala o en línea, por ejemplo: sala 120 en línea 400.
call-open = La inscripción en { $consultation } está abierta.
call-open-until = La inscripción en { $consultation } está abierta hasta { $until }.
call-closed = La inscripción en { $consultation } está cerrada.
call-no-limit = sin límite
call-places = { $mode }: { $given } dadas de { $places }, { $waiting } en espera
audience-youth = Para personas de 18 a 30 años.
audience-states = Para los Estados Miembros.
audience-invitation = Por invitación: unas personas deciden sobre cada una.
card-register = inscribirse en la consulta
card-register-until = inscribirse, hasta { $until }

registrations-empty = No hay ninguna.
registrations-more = Y { $count } más. Nombre un estado para ver menos, por ejemplo: inscripciones espera.
registrations-no-number = Ninguna inscripción con el número { $typed } espera decisión. Escriba por ejemplo: inscripciones aceptar 17.
registrations-accepted = El número { $number } está aceptado y se le avisó.
registrations-declined = El número { $number } no se aceptó y se le avisó.

coverage-heading = Quién se inscribió
coverage-people = Personas: { $people }.
coverage-group = { $name } { $people }
coverage-missing = Pocas o ninguna hasta ahora: { $groups }.
coverage-bands = Los grupos de menos de { $count } personas no se cuentan. Quien no dijo nada no está en ningún grupo.

# Changing a form from the chat.
words-form = formulario
words-ask = preguntar
words-submission = contribución
words-label = nombre
words-option = opción
call-form-line = Escriba lo que debe cambiar, por ejemplo: { $example }
call-form-preview = Así se lee desde ahora. ¿Es correcto?
call-form-done = El formulario ha cambiado (versión { $version }). A quien lo está llenando solo se le pregunta lo que ya no vale.
call-form-left = No se cambió nada.
call-form-off = omitido
