# Cuando algo va mal: qué fue, y qué escribir en su lugar.

error-internal = No funcionó, y no se cambió nada. Referencia { $reference } para la persona que me administra.
error-unknown-command = No conozco { $typed }.
error-did-you-mean = ¿Quiso decir { $command }?
error-see-help = { $command } muestra lo que sé hacer.
error-role = { $command } está reservado a: { $roles }.
error-role-here = En { $room }, { $command } está reservado a: { $roles }.
error-role-names = Son: { $names }.
error-rate-limited =
    { $seconds ->
        [one] Fue mucho de una vez. Espere { $seconds } segundo y envíelo de nuevo.
       *[other] Fue mucho de una vez. Espere { $seconds } segundos y envíelo de nuevo.
    }
error-too-long = Este texto es demasiado largo: { $size } KiB, y puedo recibir { $limit } KiB. Envíelo en partes.
error-empty = No hay texto que anotar. Escríbalo después de { $command }.
error-on-behalf = No veo en nombre de quién escribe. Para un grupo, escriba { $example }. En su propio nombre, empiece con otra palabra.
error-missing = Falta algo. Escriba { $usage }.
error-who = No sé quién es { $typed }. Escriba { $usage }.
error-too-much = No entiendo { $typed } aquí. Escriba { $usage }.
error-choice = Responda con un número de { $from } a { $to }.
error-name-long = Es demasiado largo para figurar junto a una cita. Escríbalo en { $limit } caracteres como máximo, por ejemplo: Red Ejemplo.
error-number = { $typed } no es un número de { $from } a { $to }.
error-objective = Hay 23 objetivos. Escriba un número de 1 a 23 o una palabra: { $example }
error-date = El día { $typed } no existe. Escriba un día como { $example }. Las horas son las de { $town }.
error-past = { $typed } ya pasó. Escriba un día futuro, como { $example }.
error-receipt = { $typed } no es un recibo. Un recibo tiene esta forma: { $example }.
error-language = No hablo { $typed }. Hablo { $languages }.
error-option = { $typed } no es posible aquí. Posible: { $options }.
error-in-room = Esto funciona en una sala. Escríbalo allí.
error-not-bound = Esta sala aún no pertenece a ninguna consulta. La moderación puede escribir { $command }.
error-no-consultation = No hay ninguna consulta abierta.
error-which-consultation = ¿Qué consulta? Escriba una de estas: { $consultations }.
error-join-first = Todavía no participa. Escriba primero { $command }.

role-observer = observadores
role-stakeholder = participantes
role-co-host = coorganizadores
role-moderator = moderadores
role-coordinator = coordinadores
role-rapporteur = relatores
role-task-team = el equipo de trabajo
role-secretariat = la secretaría

error-unknown-word = No entiendo { $typed } aquí.
error-option-empty = Falta algo después de «{ $option }». Escriba ahí lo que quiere.
error-moment = No entiendo { $typed } como fecha u hora. Escriba así: { $example }. Las horas son las de { $town }.
error-skipped = { $typed } no existe: en ese momento se adelantan los relojes. Escriba otra hora, como { $example }. Las horas son las de { $town }.
error-weekly = No entiendo { $typed } como día de la semana y hora. Escriba { $example }.
error-period = El período termina antes de empezar. Escriba primero la fecha más antigua.
error-scope = No entiendo { $typed }. Escriba por ejemplo { $example }.
error-timezone = No conozco el huso horario { $typed }. Escriba uno como { $example }, o su ciudad.
error-no-receipt = No hay ninguna contribución { $receipt }.
error-room-name = La sala necesita un nombre corto, con letras, cifras y guiones: { $example }
error-room-taken = Ya hay una sala { $name } en esta consulta. Elija otro nombre.
error-room-of-another = Esta sala pertenece a otra consulta: { $consultation }. Lo que se anotó aquí queda en ella. Desvincule la sala allí, o use una sala nueva.
error-no-rooms = Todavía no hay ninguna sala vinculada. En la sala, un moderador escribe { $command }.
error-slug = La consulta necesita un nombre corto, con letras minúsculas, cifras y guiones: { $example }
error-value-length =
    { $length ->
        [one] Este texto tiene { $length } carácter. Escriba uno al menos y { $limit } como máximo.
       *[other] Este texto tiene { $length } caracteres. Escriba uno al menos y { $limit } como máximo.
    }

# Una persona que tiene esta función.
role-one-observer = observador
role-one-stakeholder = participante
role-one-co-host = coorganizador
role-one-moderator = moderador
role-one-coordinator = coordinador
role-one-rapporteur = relator
role-one-task-team = miembro del equipo de trabajo
role-one-secretariat = secretaría
