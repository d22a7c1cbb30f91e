# Lo que dice un botón, un formulario o un menú.

handled = Hecho.
answer-over = Esta pregunta ya está cerrada. { $help } muestra lo que puede hacer ahora.
hand-in-own = Solo puede entregar lo que escribió usted.
form-answer = Responder
form-write = Escribir
button-join = Participar
button-private = Escribir en privado
button-who = Quién puede leer aquí
button-help = Ayuda
digest-follows = La síntesis sigue a continuación.
