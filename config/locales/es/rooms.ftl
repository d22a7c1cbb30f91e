# La tarjeta, la palabra, y quién puede leer.

card-title = { $consultation } · { $room }
card-invite = Hable libremente. No se anota nada suyo si usted no participa.
card-floor-open = Palabra abierta
card-floor-open-until = Palabra abierta hasta: { $until }
card-floor-closed = Palabra cerrada. Lo que se escribe aquí no se anota.
card-last-noted = última nota { $ago }
card-join = Escriba { $command } para participar, aquí o a mí en privado.
card-private = escribirme en privado
card-register = inscribirse hasta: { $until }
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
who-federated =
    { $count ->
        [one] { $count } servidor más guarda una copia. Borrar allí es solo una petición.
       *[other] { $count } servidores más guardan una copia. Borrar allí es solo una petición.
    }
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
