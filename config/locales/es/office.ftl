# Lo que dispone la secretaría: consultas y funciones.

stage-preparation = en preparación
stage-open = abierta
stage-closing = en cierre
stage-summary = resumen final
stage-follow-up = seguimiento

consultations-heading = Consultas
consultation-none = Todavía no hay ninguna consulta. Escriba { $example }.
consultation-exists = Ya hay una consulta { $slug }. Elija otro nombre.
consultation-created = { $consultation }: la consulta está creada, en preparación.
consultation-missing = Antes de abrir la palabra hay que ajustar: { $missing }. Escriba { $command }
consultation-set = Ajustado: { $what } de { $consultation }.
consultation-complete = Está ajustado todo lo que hace falta para abrir la palabra.
consultation-space = Sus salas se reúnen aquí en un espacio, por subregión y por tema si hay varios. Ha recibido una invitación.
consultation-space-elsewhere = Aquí no hay espacios. En Matrix, sus salas se reúnen en uno.
consultation-still-missing = Todavía falta: { $missing }.
consultation-stage = { $consultation } está ahora en esta etapa: { $stage }.
retention-date = Lo que la gente escribió se borrará el { $date }, como se le dijo.
retention-warning = El { $date } se borrará todo lo que la gente escribió en { $consultation }, como se le dijo. Lo que pueda guardarse debe exportarse antes: { $command }
retention-quiet = Nadie ha escrito en ella desde hace un año, así que se da por terminada. Quien escriba en ella o cambie su etapa la mantiene en marcha.
retention-erased = Todo lo que la gente escribió en { $consultation } está ahora borrado, como se le dijo. Recibos que quedan, sin contenido: { $count }.
consultation-rooms =
    { $count ->
        [0] aún sin salas
        [one] { $count } sala
       *[other] { $count } salas
    }

scope-everywhere = todas las consultas
roles-own = Sus funciones:
roles-none = Usted no tiene ninguna función especial. Participa como parte interesada.
roles-heading = Quién tiene cada función
roles-line = { $role }, { $scope }, desde: { $since }
roles-granted = Función dada a { $name }: { $role }, { $scope }.
roles-already = { $name } ya tiene esta función: { $role }, { $scope }.
roles-revoked = Función retirada a { $name }: { $role }, { $scope }.
roles-not-held = { $name } no tiene esta función: { $role }, { $scope }. funciones lista muestra quién la tiene.
roles-everyone = Quien tiene el rol { $group }
roles-last = Es la última cuenta de la secretaría. Dé antes esta función a otra persona.
audit-everywhere = Solo la secretaría nombrada para todas las consultas puede leer el registro entero.

# Cómo está el bot.
health-rooms =
    { $count ->
        [one] { $platform }: { $count } sala.
       *[other] { $platform }: { $count } salas.
    }
health-last = Última nota { $ago }.
health-nothing = Todavía no se ha anotado nada.
health-waiting =
    { $count ->
        [one] { $count } mensaje espera a ser enviado.
       *[other] { $count } mensajes esperan a ser enviados.
    }
health-room =
    { $heard ->
        [one] { $room }: cerca de { $heard } mensaje; anotados: { $noted }
       *[other] { $room }: cerca de { $heard } mensajes; anotados: { $noted }
    }

audit-whole =
    { $count ->
        [one] El registro de auditoría está intacto: { $count } entrada. Las últimas:
       *[other] El registro de auditoría está intacto: { $count } entradas. Las últimas:
    }
audit-broken = El registro de auditoría no está intacto. No cambie nada, y avise a la persona que me administra.

# Los archivos que se entregan.
digest-file = El resumen está en el archivo { $name }.
export-done = Lo que se puede exportar: { $files }. Cada persona puede retirar lo que escribió en cualquier momento: compruebe estos archivos con el manifiesto antes de cada uso.
export-none = No se pudo exportar nada. Revise el nombre de la consulta y de la sala.
export-whole = Una exportación contiene una sala entera o toda la consulta, nada más limitado. Escriba { $example }.

quotes-heading = Lo que se puede citar
quotes-none = En este ámbito no se puede citar nada.
approve-ask = El resumen quisiera citar estas palabras suyas. Solo lo hace si usted está de acuerdo. Para aceptar, escriba { $command }. Para rechazarlo, escriba { $command } no.
health-well = Todo va bien.
health-trouble = Hay algo que revisar:
health-unsaid =
    { $count ->
        [one] { $count } mensaje no se pudo enviar.
       *[other] { $count } mensajes no se pudieron enviar.
    }
health-parked =
    { $count ->
        [one] { $count } mensaje falló tres veces y se guarda para más tarde.
       *[other] { $count } mensajes fallaron tres veces y se guardan para más tarde.
    }
health-references = Referencia: { $references }.
health-failed =
    { $count ->
        [one] { $count } tarea falló varias veces.
       *[other] { $count } tareas fallaron varias veces.
    }
