# Ser escuchado: recibos, correcciones, las contribuciones y los datos propios.

record-noted-in = { $receipt }, en { $room }.
record-take-back = Para retirarlo: { $command }, o ❌ en su mensaje.
record-read-as = Se entendió como: { $reading }. ¿No es correcto? { $command }
record-edited = { $receipt } contiene ahora lo que dice su mensaje modificado.
record-changed-unseen = Ha modificado el mensaje de { $receipt }. Aquí no puedo ver lo que dice ahora: sigue registrado lo que decía antes. Para borrarlo: { $command }. Después escríbalo de nuevo, con mi nombre delante.
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
data-linked = una en { $platform }
data-language = Idioma
data-consent = Acuerdo
data-name = Nombre
data-category = Categoría
data-organisation = Organización
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

# Una persona, dos cuentas
link-code = Desde su otra cuenta, en privado conmigo, escriba { $command }. El código vale { $minutes } minutos y sirve una vez.
link-warning = No se lo dé a nadie: quien lo escriba lee todo lo que usted escribió y puede borrarlo.
link-confirm = Esto une esta cuenta con una en { $platform }. Desde entonces quien tenga una de las dos lee todo lo que usted escribió aquí, y puede cambiarlo y borrarlo. Siga solo si pidió el código usted. ¿Es así?
link-consent = El más estricto de sus consentimientos vale para las dos.
link-declined = No se unió nada. El código ya no sirve.
link-done = Sus cuentas están unidas: esta y una en { $platform } son para mí una sola persona. Nadie más se entera.
link-named = Un nombre o una organización que dio en una no se muestra nunca con lo que escribe desde la otra. Le escribo donde puso el código.
link-undo = Para deshacerlo, escriba { $command } en la cuenta que debe quedar suelta.
link-own = Esta es la cuenta que pidió el código. Escríbalo en la otra.
link-already = Una de las dos cuentas ya está unida con otra. Dos pueden ser una persona, no más. { $command } suelta una.
link-quiet = En una de las dos cuentas me pidió silencio. Escriba allí primero { $command }.
link-code-wrong = No conozco ese código: está mal escrito, usado o tiene más de diez minutos. { $command } en la otra cuenta da uno nuevo.
link-too-many = Demasiados códigos equivocados. Pruebe de nuevo en una hora.
link-code-form = Un código tiene { $count } cifras. { $command } da uno.
link-name-elsewhere = Su nombre es de su otra cuenta: délo allí. Mostrado aquí diría que las dos son suyas. O suelte esta cuenta: { $command }.
unlink-none = Esta cuenta no está unida con ninguna. { $command } la une.
unlink-done = Esta cuenta está sola de nuevo y no guardo nada de ella. Lo que escribió queda con su cuenta en { $platform }: solo allí puede verlo y retirarlo. Para participar desde aquí, escriba { $command }.
unlink-told = Su cuenta en { $platform } quedó suelta. Todo lo que escribió está con esta. Un nombre o una organización que hubiera dado allí ya no se muestra.
