# Lo que dice un botón, un formulario o un menú.

handled = Hecho.
answer-over = Esta pregunta ya está cerrada. { $help } muestra lo que puede hacer ahora.
answer-over-words = Para que no se pierdan, estas son sus palabras:
answer-takes-longer = Esto tarda más de lo habitual. Si en un minuto no aparece aquí ninguna respuesta, hágalo otra vez, por favor.
hand-in-own = Solo puede entregar lo que escribió usted.
hand-in-nothing = En este mensaje no hay palabras que yo pueda anotar.
form-answer = Responder
form-write = Escribir
button-join = Participar
button-private = Escribir en privado
button-who = Quién puede leer aquí
button-help = Ayuda
button-withdraw = Retirar
button-why = Por qué
button-consent = Mi acuerdo
button-stop = Parar
button-my-contributions = Mis contribuciones
button-my-data = Mis datos
button-forget-me = Olvídeme
button-approve = Autorizar
button-decline = No citar
pressed-follows = Sigue a continuación.

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = participar en la consulta
menu-gcm-office = llevar las salas e informar
menu-hand-in = Presentar este mensaje
option-command = orden
option-command-about = la orden que se explica
option-level = nivel
option-level-about = cómo se pueden usar sus palabras
option-receipt-or-word = recibo-o-palabra
option-receipt-or-word-about = un recibo, solo para ese texto; o su categoría, organización o nombre
option-language = idioma
option-language-about = el idioma en que le escribo
option-objective = objetivo
option-objective-about = un número del 1 al 23, o una palabra
option-receipt = recibo
option-receipt-about = el recibo, por ejemplo AF-0042
option-text = texto
option-text-about = lo que quiere decir; sin texto se abre un formulario
option-passage = pasaje
option-passage-about = el pasaje, por ejemplo AF-0042.1
option-objective-or-kind = objetivo-o-tipo
option-objective-or-kind-about = por ejemplo: objetivo 6, o ninguno, o tipo desafío
option-what = qué
option-what-about = qué hacer
option-options = opciones
option-options-about = un nombre, o lo que se ajusta, como en el manual
option-until = hasta
option-until-about = cuándo se cierra, por ejemplo 13 sep 18:00
option-question = pregunta
option-question-about = la pregunta a la sala; sin ella se abre un formulario
option-reason = motivo
option-reason-about = por qué; se le dice a quien lo escribió
option-scope = alcance
option-scope-about = por ejemplo: objetivo 6 desde 2 sep, o sala west-africa
option-who-and-what = quién-y-qué
option-who-and-what-about = por ejemplo: moderator @amina región africa
option-code = código
option-code-about = el código que recibió la otra cuenta
