# Participar, parar, ser olvidado.

# La pregunta, sus seis respuestas y la línea de idiomas suman 400 caracteres como máximo.
consent-question = { $consultation } (responsable: { $controller }). Lo que escriba aquí puede llegar a los Estados, si está de acuerdo. Si tiene 18 años o más, ¿cómo puedo usarlo?
consent-answer-summarise = contarlo, nunca citarlo
consent-answer-quote = citarlo sin mi nombre
consent-answer-category = con mi categoría (ej.: sindicato)
consent-answer-organisation = con mi organización
consent-answer-name = con mi nombre
consent-answer-no = ahora no, o tengo menos de 18 años

consent-agreed-summarise = De acuerdo: se cuenta, nunca se cita.
consent-agreed-quote = De acuerdo: se cita sin su nombre.
consent-agreed-category = De acuerdo: se cita con su categoría.
consent-agreed-organisation = De acuerdo: se cita con su organización.
consent-agreed-name = De acuerdo: se cita con su nombre.
consent-level-no = no se guarda nada
consent-level-summarise = se cuenta, nunca se cita
consent-level-quote = se cita sin nombre
consent-level-category = se cita con la categoría
consent-level-organisation = se cita con la organización
consent-level-name = se cita con el nombre

consent-holds = Vale para lo que escriba desde ahora en esta consulta, mientras la palabra esté abierta.
consent-found-again = Una cita de una sala abierta se puede volver a encontrar en esa sala.
consent-lowered = También vale para todo lo que ya ha escrito aquí.
consent-raised = Lo que escribió antes queda como lo permitió entonces.
consent-one-lowered = { $receipt } desde ahora: { $level }.
consent-ask-category = ¿Cuál es su categoría?
consent-ask-organisation = ¿Cómo se llama su organización?
consent-ask-name = ¿Qué nombre puede figurar junto a sus palabras?
consent-claim = Nadie ha confirmado aún que usted pertenece a { $organisation }. Hasta entonces cuenta como una sola persona. Su punto focal puede ver su cuenta, para confirmarlo.

consent-offer = Acaba de escribir { $quote }. ¿Lo incluyo?
consent-offer-declined = De acuerdo. Ese mensaje no se anota.
consent-not-now = De acuerdo. No se guarda nada suyo. Puede dirigirse al punto de contacto: { $contact }.
consent-under-18 = No puedo anotar lo que usted escriba mientras tenga menos de 18 años. { $contact } puede ayudarle.
consent-stopped = De acuerdo. Desde ahora no se anota nada de lo que escriba, y lo que escribió queda borrado.

private-blocked = No pude escribir en privado a una persona de esta sala. Permita los mensajes privados, o escríbame usted primero: { $address }

stop-menu = Desde ahora no le digo nada en esta consulta. ¿Quiere también
stop-answer-withdraw = retirar algo que escribió
stop-answer-unregister = anular su inscripción
stop-answer-forget = que le olvide: todo lo que escribió y todo lo que sé de usted
stop-answer-nothing = nada más
stop-done = De acuerdo. Escriba { $command } cuando quiera participar de nuevo.

forget-confirm = Esto borra todo lo que escribió y todo lo que sé de usted. Los resúmenes con sus palabras se corrigen. No se puede deshacer. Para seguir, escriba { $command }.
forget-done =
    { $days ->
        [one] Hecho. Todo lo que escribió y todo lo que sabía de usted está borrado. Después de { $days } día, ninguna copia de seguridad permite leerlo.
       *[other] Hecho. Todo lo que escribió y todo lo que sabía de usted está borrado. Después de { $days } días, ninguna copia de seguridad permite leerlo.
    }
forget-kept = No se borró nada.

language-switched = Desde ahora le escribo en { $language }.
language-later = Podré escribirle en { $language } cuando participe: empiece con { $command }.

words-stop = stop, parar, pare, basta, alto, déjeme en paz
words-consent-no = no, ninguno, nada
words-consent-summarise = contar, resumir, summarise
words-consent-quote = citar, cita, anónimo, anonimo, quote
words-consent-category = categoría, categoria, category
words-consent-organisation = organización, organizacion, organisation
words-consent-name = nombre, name

# To who writes where a floor is open and does not take part: once a month.
invite = Lo que escribe en { $room } no queda registrado, porque usted no participa. Para participar, escriba { $command }.
