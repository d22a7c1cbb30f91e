# La tarjeta, la palabra, y quién puede leer.

card-title = { $consultation } · { $room }
card-invite = Hable libremente. No se anota nada suyo si usted no participa.
card-floor-open = Palabra abierta
card-floor-open-until = Palabra abierta hasta: { $until }
card-floor-closed = Palabra cerrada. Lo que se escribe aquí no se anota.
card-last-noted = última nota { $ago }
card-join = Escriba { $command } para participar, aquí o a mí en privado.
card-private = escribirme en privado
card-who = quién puede leer aquí
card-help = ayuda en su idioma

floor-opened = La palabra está abierta. Se anota lo que escriben aquí quienes participan.
floor-opened-until = La palabra está abierta hasta: { $until }. Se anota lo que escriben aquí quienes participan.
floor-closed = La palabra está cerrada. Aquí ya no se anota nada.
floor-closes-soon = La palabra se cierra a las { $time }.
floor-already-open = La palabra ya está abierta.
floor-already-closed = La palabra ya está cerrada.
floor-needs = Todavía no se puede abrir la palabra. Falta en la configuración: { $missing }.
room-rehearsal = Esto es un ensayo. Todo lo que se escribe aquí queda fuera de los resúmenes y se borra.
room-chatham = Regla de Chatham House: se puede usar lo que se dice aquí, no decir quién lo dijo.

who-heading = Quién puede leer aquí
who-members =
    { $count ->
        [one] Hay { $count } persona en esta sala.
       *[other] Hay { $count } personas en esta sala.
    }
who-encrypted = Cifrado: pueden leer las personas de esta sala y el servidor que me hace funcionar. Las reacciones no están cifradas.
who-not-encrypted = Sin cifrar: también pueden leer quienes administran el servidor.
who-discord = Discord puede leer lo que se escribe aquí y lo guarda en los Estados Unidos.
who-console = Esta sala es una ventana en un ordenador. Quien lo usa también puede leer.
who-observers =
    { $count ->
        [0] No hay aquí observadores de Estados Miembros.
        [one] { $count } observador de un Estado Miembro puede leer aquí.
       *[other] { $count } observadores de Estados Miembros pueden leer aquí.
    }
who-moderators = Moderación: { $names }.
who-no-moderators = Nadie modera todavía esta sala.
who-controller = Responsable de este bot: { $controller }. Contacto: { $contact }.
who-not-configured = Todavía no se ha indicado quién es responsable de este bot.
who-retention =
    { $days ->
        [one] Lo que escriba se borra { $days } día después de publicarse el resumen final.
       *[other] Lo que escriba se borra { $days } días después de publicarse el resumen final.
    }
who-private-hint = Más seguro: escríbame en privado. Así no lo leen las demás personas de esta sala.

card-encrypted = Cifrado.
card-mentions-only = Aquí solo leo lo que se dirige a mí.

who-private = Usted me escribe en privado; las demás personas de las salas no pueden leerlo.
who-public = Cualquiera puede entrar en esta sala sin invitación.
who-restricted = Quienes están en ciertas otras salas o espacios pueden entrar en esta sala sin invitación.
who-public-discord = Todas las personas de este servidor de Discord pueden leer aquí.
who-mentions-only = Aquí solo puedo leer lo que se dirige a mí: comandos, formularios, menciones.
who-world = Cualquiera puede leer esta sala sin entrar en ella.
who-shared = Quien llega después puede leer lo que se escribió antes.
who-guests = Pueden entrar personas sin cuenta.
who-bridged = Lo que se escribe aquí pasa a otra red, que guarda una copia.
who-other-servers = Otros servidores guardan una copia. Borrar allí es solo una petición.
who-not-checked = Todavía no he mirado si esta sala está cifrada.
who-offices = Los moderadores, los relatores y los coordinadores pueden leer lo que se anota. Queda escrito quién abrió una contribución.

# Una sala según para qué es.
room-round-table = Mesa redonda { $number }
room-objective = Objetivo { $number }: { $label }

# La respuesta a sala vincular y a sala comprobar.
room-bound = Esta sala es ahora { $room }.
room-is = Esta sala es { $room }.
room-floor-is-open = Palabra: abierta.
room-floor-is-closed = Palabra: cerrada.
room-check-may = Puedo leer, escribir, fijar y borrar lo que escribí
room-check-may-not-read = No puedo leer aquí. Déjeme entrar, con derecho a leer los mensajes.
room-check-may-not-read-discord = No puedo leer aquí. Ajustes del canal, Permisos: dé a mi rol View Channel y Read Message History.
room-check-may-not-write = No puedo escribir aquí. Deme derecho a enviar mensajes.
room-check-may-not-write-discord = No puedo escribir aquí como necesito. Ajustes del canal, Permisos: dé a mi rol Send Messages, Send Messages in Threads, Embed Links, Attach Files y Add Reactions.
room-check-may-not-pin = No puedo fijar la tarjeta. Deme derecho a fijar o a cambiar el estado de la sala.
room-check-may-not-pin-discord = No puedo fijar la tarjeta. Ajustes del canal, Permisos: dé a mi rol Pin Messages.
room-check-may-not-redact = No puedo borrar lo que escribí. Deme ese derecho; si no, lo que se retira no se puede corregir aquí.
room-check-encrypted = cifrado
room-check-not-encrypted = sin cifrar. Active el cifrado en los ajustes de la sala, en Seguridad.
room-check-public = cualquiera puede entrar. Desactívelo en los ajustes de la sala, en Seguridad.
room-check-restricted = quienes están en ciertas otras salas o espacios pueden entrar. Si no se desea: ajustes de la sala, Seguridad.
room-check-public-discord = todas las personas de este servidor pueden leer aquí. Si no se quiere así: ajustes del canal, Permisos, desactive View Channel para @everyone.
room-check-history = quien llega después lee todo lo anterior. Si no se quiere así: ajustes de la sala, Seguridad, historial.
room-check-history-discord = quien llega después lee todo lo anterior. Si no se quiere así: ajustes del canal, Permisos, desactive Read Message History para @everyone.
room-check-world = cualquiera puede leer sin entrar. Desactívelo en los ajustes de la sala, Seguridad, historial.
room-check-guests = pueden entrar personas sin cuenta. Desactívelo en los ajustes de la sala, en Seguridad.
room-check-bridged = un puente lleva lo escrito a otra red. Quítelo, o avise a la gente.
room-check-mentions-only = solo puedo leer lo que se dirige a mí: comandos, formularios, menciones, mensajes privados. Quien me hace funcionar puede cambiarlo: Message Content en el portal de desarrolladores, y message_content = true en [discord].
room-check-tryout = Este es mi mensaje de prueba. Quien no pueda leerlo actualiza su aplicación y pregunta otra vez: { $command }
room-reads-otherwise = Ha cambiado quién puede leer aquí:
room-check-unknown = Estoy mirando qué puedo hacer aquí. { $command } lo muestra en un momento.
room-ack-private = Cuando se anota un mensaje, su autor lo sabe en privado. Para cambiarlo: sala ajustar acuse reacción
room-ack-reaction = Cuando se anota un mensaje, su autor ve 📝 en él. Para cambiarlo: sala ajustar acuse privado
room-next = Después: { $command }
room-unbound = { $room } ya no es una sala de la consulta. Desde ahora no se anota nada de lo que se escriba aquí. Lo que se anotó se conserva.

rehearsal-mark = ensayo
rehearsal-over = El ensayo terminó. Lo que se escribió en él está borrado. Desde ahora cuenta.
rehearsal-already-on = Esta sala ya está en ensayo.
rehearsal-already-off = Esta sala no está en ensayo.

floor-needs-who = La secretaría puede ajustarlo: { $command }
floor-clocks-twice = En ese momento se atrasan los relojes, y esta hora llega dos veces. Tomo la primera.

ask-heading = Una pregunta a todas las personas
ask-reply = Para contestar, responda a este mensaje. Se anotan las respuestas de quienes participan.
ask-closed =
    { $count ->
        [0] Aquí no hay ninguna pregunta abierta.
        [one] { $count } pregunta está cerrada. Lo que se responda a ella ya no se anota como respuesta.
       *[other] { $count } preguntas están cerradas. Lo que se responda a ellas ya no se anota como respuesta.
    }

hide-done = { $receipt } está ocultado. Ningún resumen lo muestra ni lo cuenta, y los que lo hacían se corrigen.
hide-already = { $receipt } ya está ocultado.
hide-told = La moderación ha ocultado { $receipt }. Sigue siendo suyo, y por ahora ningún resumen lo muestra.
hide-reason = El motivo indicado: { $reason }.
hide-turn-to = Si cree que esto no es correcto, diríjase a: { $contact }.
restore-done = { $receipt } cuenta de nuevo.
restore-already = { $receipt } no está ocultado.
restore-told = { $receipt } ya no está ocultado. Cuenta de nuevo en los resúmenes.
author-told = Se avisó a su autor.
author-not-told = No se puede avisar a su autor desde aquí.

invited-here = Aquí estoy. Quien modera la sala la hace parte de la consulta: { $command }
invited-declined = Entro en una sala cuando me invita alguien que tiene un cargo en una consulta. Para escribirme a solas, invíteme a un mensaje directo.
invited-ask = Son: { $names }.

unreadable = No pude descifrar su mensaje de las { $time }. Envíelo otra vez, o escríbame aquí.
unreadable-here = No pude descifrar su mensaje de las { $time }. Envíelo otra vez.
