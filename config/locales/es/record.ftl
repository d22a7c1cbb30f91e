# Ser escuchado: recibos, correcciones, las contribuciones y los datos propios.

record-noted-in = { $receipt }, en { $room }.
record-take-back = Para retirarlo: { $command }, o ❌ en su mensaje.
record-read-as = Se entendió como: { $reading }. ¿No es correcto? { $command }
record-edited = { $receipt } contiene ahora lo que dice su mensaje modificado.
record-deleted = { $receipt } está borrado, porque se eliminó su mensaje.
record-withdrawn = { $receipt } está retirado: su texto se borró, y lo que lo citaba se corrige.
record-already-withdrawn = { $receipt } ya estaba retirado.
record-taken-back = { $receipt } se retiró: lo que cambie en ese mensaje no se anota. Para decirlo de nuevo, escriba un mensaje nuevo.
record-not-yours = Usted no tiene ninguna contribución { $receipt }.
record-yours-are = Las suyas son: { $receipts }.
record-yours-none = No tiene ninguna.
record-floor-closed = La palabra está cerrada en { $room }. No se anotó nada.
record-floor-closed-at = La palabra en { $room } se cerró a las { $time }. No se anotó nada.
record-still-private = Todavía puede escribírmelo en privado ({ $command }), o poner 📝 en su mensaje.

contributions-heading = Lo que escribió
contributions-none = No tiene contribuciones aquí.
contributions-edited =
    { $count ->
        [one] modificado { $count } vez
       *[other] modificado { $count } veces
    }
contributions-hidden = ocultado por la moderación
contributions-withdrawn = retirado
contributions-cited = Citado en: { $digests }.

data-heading = Lo que guardo sobre usted
data-none = No guardo nada sobre usted.
data-accounts = Sus cuentas
data-language = Idioma
data-consent = Acuerdo
data-since = desde: { $day }
data-name = Nombre
data-category = Categoría
data-organisation = Organización
data-organisation-claim = aún sin confirmar
data-roles = Funciones
data-contributions = Contribuciones
data-kept =
    { $days ->
        [one] Todo esto se borra { $days } día después de publicarse el resumen final.
       *[other] Todo esto se borra { $days } días después de publicarse el resumen final.
    }

record-noted-for = { $receipt }, para: { $consultation }.
record-on-behalf = En nombre de { $names }.

# Cómo se lee un pasaje.
reading-objective = objetivo { $number }
reading-because = a causa de: { $words }
reading-no-objective = ningún objetivo
reading-not-readable = en un idioma que no sé analizar; lo lee una persona
kind-good-practice = buena práctica
kind-challenge = dificultad
kind-recommendation = recomendación
kind-pledge = compromiso
kind-question = pregunta
kind-other = otro

tag-heading = { $receipt } se lee como:
tag-corrected = corregido a mano
tag-help = Para corregirlo: { $commands }

explain-heading = Cómo se leyó { $receipt }
explain-consent = El uso permitido: { $level }.
explain-not-cited = Todavía no está en ningún resumen.
explain-wrong = ¿No es correcto? { $command }
digest-of-day = el resumen del { $day }

show-private = en privado
show-imported = importado
show-not-quoted = El autor quiere que solo se cuente. No lo cite.
show-cited = Citado en: { $digests }.
show-audited = Usted lee esto con esta función: { $role }, { $consultation }. Queda en el registro de auditoría.

approve-none = No hay nada que espere su aprobación.
approve-waiting = Estas palabras suyas se citarían si usted lo aprueba:
approve-which = ¿Qué pasaje? { $passages }
approve-done = Usted aprobó { $passage }. Se puede citar:
approve-declined = { $passage } no se citará:

digest-scheduled = Desde ahora, el resumen de esta sala llega cada semana. El primero: { $first }.
digest-scheduled-end = Para terminarlo: { $command }
digest-unscheduled = El resumen de esta sala ya no llega por sí solo.
digest-schedule-over = Esta consulta ha terminado, así que su resumen ya no llega por sí solo.
digest-not-scheduled = El resumen de esta sala no llega por sí solo.
