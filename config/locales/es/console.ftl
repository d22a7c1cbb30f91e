# Lo que dice la propia consola: salas y personas en una terminal o una tubería.

console-welcome =
    gcm-talks en esta terminal: salas donde escribir y personas en cuyo nombre escribir.
    El bot oye y responde aquí como en Matrix y Discord.
console-rooms = Salas: { $rooms }
console-people = Personas: { $people }
console-everyone-else = cualquier otro nombre participa como parte interesada
console-private = a solas con el bot
console-try = Tres cosas para probar:
console-try-join = participar; el bot responde en privado
console-try-private = responderle allí
console-try-digest = pedir una síntesis, como relator
console-more = /help muestra qué más se puede hacer, /quit termina.

console-help =
    #sala @persona texto — decirlo allí, en nombre de esa persona. Ambas se mantienen hasta que nombre otras.
    #private — la conversación de la persona a solas con el bot
    /edit TEXTO — cambiar el último mensaje de la persona en la sala
    /delete — borrarlo
    /react 📝 — ponerle una marca
    /reply TEXTO — responder al último mensaje del bot en la sala; /reply @persona TEXTO al de una persona
    /attach ARCHIVO — enviar un archivo de texto
    /at +3m — adelantar el reloj: s segundos, m minutos, h horas, d días
    /room NOMBRE — abrir otra sala
    /who — salas y personas
    /quit — terminar
    \ al comienzo de una línea la convierte en simple texto: \/edit, \#, \@
    \ al final: el mensaje sigue en la línea siguiente

console-no-room = No hay ninguna sala #{ $room }. Las salas son: { $rooms }. Si es texto, escriba \ delante.
console-bad-room = El nombre de una sala tiene letras, cifras y guiones, 64 como máximo: /room north-africa
console-bad-person = El nombre de una persona tiene 64 letras como máximo.
console-room-opened = #{ $room } está abierta hasta el final. Hay que decir al bot de qué es la sala.
console-no-tap = No conozco /{ $word }. Escriba /help, o \ delante si es texto.
console-no-tap-nearest = No conozco /{ $word }. ¿Quiso decir /{ $nearest }?
console-needs = Escríbalo así: { $example }
console-no-message = No recuerdo ningún mensaje de @{ $person } en { $room }.
console-no-answer = Todavía no he dicho nada en { $room } a lo que se pueda responder.
console-bad-span = Escriba cuánto avanza el reloj, diez años como máximo: /at +3m
console-moved = Ahora es { $time } (UTC).
console-too-long = Esta línea supera 1 MiB. No se ha leído.
console-leave = Para salir, escriba /quit o pulse Ctrl-D.
console-earlier = un mensaje anterior
console-on-message = en lo que escribió @{ $person }: { $words }
