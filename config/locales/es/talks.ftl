# Los encuentros.

command-talk = encuentro, talk
command-talks = encuentros, talks
help-talk = planear, mover, cambiar o cancelar un encuentro; abrir su inscripción
help-talks = qué viene y cómo está usted; un archivo para su calendario
takes-talk = 3, calendario, recordatorios desactivar …
option-talk = encuentro
option-talk-about = su número; o: calendario, recordatorios desactivar, huso Nairobi

words-talk = encuentro
words-move = mover
words-cancel = cancelar
words-starts = comienza, inicio
words-minutes = minutos
words-mode = modo
words-hybrid = híbrido
words-in-person = en persona, presencial
words-interpretation = interpretación
words-agenda = programa
words-place = lugar
words-calendar = calendario
words-reminders = recordatorios
words-notice = antelación
words-breakout = grupos, grupo
words-host = coanfitrión, coanfitriona

talk-name = { $number } · { $title }
talk-with-time = { $title } ({ $when })
talk-minutes =
    { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }
talk-hybrid = en persona y en línea
talk-languages = idiomas: { $languages }
talk-interpretation = interpretación: { $languages }

talks-heading = Encuentros de { $consultation }
talks-none = No hay ningún encuentro previsto.
talks-calendar = Todos los encuentros en un archivo para su calendario: { $name }. Ábralo de nuevo cuando un encuentro se haya movido.
talks-reminders-on = Le recuerdo cada encuentro en el que tiene plaza, un día y una hora antes. ¿Es demasiado? { $command }
talks-reminders-off = No le recuerdo los encuentros. Lo que se mueva o cancele se lo digo de todos modos. Para recibir recordatorios: { $command }
talks-timezone = Le digo las horas de los encuentros como son en { $town }.
talk-register = Para inscribirse: { $command }
data-timezone = Huso horario

talk-which = ¿Qué encuentro? Escriba primero su número. Hay: { $talks }.
talk-not-planned = El encuentro { $number } ya pasó o está cancelado. Ya no se puede cambiar.
talk-no-title = Un encuentro necesita un título. Escriba por ejemplo: { $example }
talk-no-start = ¿Cuándo comienza? Escriba por ejemplo: { $example }
talk-twice = En ese momento se atrasan los relojes, y { $typed } llega dos veces. Escriba otra hora, como { $example }. Las horas son las de { $town }.
talk-agenda-line = Escriba las partes con sus minutos, separadas por punto y coma, como máximo 20, por ejemplo: 10 Apertura; 60 Qué endeuda a los trabajadores; 20 Próximos pasos
talk-agenda-long = El programa dura { $minutes } minutos, y el encuentro { $limit }. Acorte una parte o alargue el encuentro.
talk-no-rooms = ninguna sala, porque ninguna forma parte todavía de la consulta
talk-preview-create = Este encuentro queda previsto y se anuncia en { $rooms }. ¿Es correcto?
talk-preview-move = El encuentro pasa a ser este. Se anuncia en { $rooms } y se avisa a quienes se inscribieron. ¿Es correcto?
talk-preview-set = El encuentro es así desde ahora. No se avisa a nadie. Se anuncia en { $rooms }. ¿Es correcto?
talk-preview-cancel = Este encuentro se cancela. Se anuncia en { $rooms }, se avisa a quienes se inscribieron, y sus inscripciones terminan. ¿Es correcto?
talk-short-notice = Poca antelación: un encuentro debe conocerse { $limit } días antes, y este es dentro de { $days }.
talk-done-create = El encuentro { $number } está previsto: { $title }. Para que la gente pueda inscribirse: { $command }
talk-done-move = El encuentro { $number } se movió: { $title }. Se avisa a quienes se inscribieron.
talk-done-set = El encuentro { $number } cambió: { $title }.
talk-done-cancel = El encuentro { $number } está cancelado: { $title }. Se avisa a quienes se inscribieron.

talk-told-planned = Hay un encuentro previsto.
talk-told-open = Ya es posible inscribirse en este encuentro.
talk-told-moved = Este encuentro ha cambiado:
talk-told-cancelled = Este encuentro está cancelado.
talk-told-comes = Este encuentro se acerca.
talk-told-before = Iba a ser: { $when }.
talk-told-soon = Tiene plaza en un encuentro de { $consultation } que comienza pronto:
talk-you-stay = Su inscripción sigue en pie. Si no puede venir entonces, escriba { $command }.
talk-you-have = Viene { $mode }. Su número es { $number }. Si no puede venir, escriba { $command }.
talk-no-more = No más recordatorios: { $command }

register-which = ¿En qué se inscribe?
unregister-which = ¿Qué inscripción retira?
unregister-all = todas
registered-cancelled = { $consultation }: cancelado. Su inscripción ha terminado.
entry-cancelled = cancelado

error-no-time = ¿A qué hora? Escriba el día y la hora, como { $example }. Las horas son las de { $town }.

talk-hosted = { $name } coorganiza ahora { $title }: puede abrir y cerrar la palabra en su sala desde un día antes hasta un día después, ver quién se inscribió y registrar presencias.
talk-unhosted = { $name } ya no coorganiza { $title }.
talk-you-host = Ahora coorganiza { $title }. Para este encuentro puede escribir: { $commands }
talk-hosts = Coorganizan: { $names }
talk-not-begun = El encuentro { $number } no ha comenzado. Todavía no hay nada que leer de él.

talk-preview-breakout = Quien tiene plaza va a una de estas salas durante una parte del encuentro: { $rooms }. A cada persona se le dice a cuál, y por qué. ¿Es correcto?
talk-done-breakout = Se reparte a las personas en el encuentro { $number }: { $title }. A cada una se le dice cuál es su sala.
talk-breakout-line = Nombre al menos dos salas de la consulta, separadas por comas, por ejemplo: { $example }
talk-room-told = En { $title } hay varias salas. La suya es { $room }. { $because }
talk-room-interest = Trata de un tema que usted nombró.
talk-room-language = Allí se habla su idioma.
talk-room-balance = Así hay más o menos tantas personas en cada una.
talk-room-apart = En { $title } hay varias salas, todas en { $platforms }. No le conozco ninguna cuenta allí, así que ninguna es la suya. Si tiene una, escriba { $command } y le digo cómo unirla. Pida después a quienes organizan el encuentro que repartan de nuevo.
talk-room-yours = Su sala allí: { $room }.

# Las salas que se crean para un encuentro, y quién informa de ellas.
words-make = hacer
words-rapporteur = relator, relatora
words-priorities = prioridades
talk-make-line = Nombre de { $from } a { $to } salas separadas por punto y coma, o diga cuántas, por ejemplo: { $example }
talk-preview-make = El bot las crea junto a { $room }: quien está allí puede entrar.
talk-preview-apart = Estas salas están solo en { $platforms }. A quien no tiene cuenta allí se le dice, y cómo unir una.
talk-done-make = Se están creando las salas del encuentro { $number }: { $title }. Cuando existan, a cada persona se le dirá cuál es la suya.
talk-room-not-made = No se pudo crear la sala { $room }. Quien administra este lugar debe permitirme crear salas e hilos, y elegir otro nombre si este está ocupado. Después reparta a las personas de nuevo.
talk-no-breakouts = El encuentro { $number } no está repartido en salas.
talk-rapporteur-line = Escriba la sala y la persona. Las salas son: { $rooms }. Por ejemplo: { $example }
talk-reported = { $name } es ahora relator o relatora de { $room } y puede leer las síntesis de esa sala.
talk-unreported = { $name } ya no es relator o relatora de { $room }.
talk-you-report = Ahora informa usted de { $room } en { $title }. Para leer lo anotado allí: { $command }
talk-room = Sala: { $room }
talk-room-reported = Sala: { $room }. Informa: { $names }

# De qué debe tratar un encuentro.
talk-told-priorities = ¿De qué debe tratar este encuentro? Usted ayuda a decidirlo.
talk-priorities = Para decir qué es lo más importante: { $command }
button-priorities = Decir qué importa
priorities-then = Para ver lo nombrado y un programa que se sigue de ello: { $command }
priorities-none = Todavía no se ha preguntado de qué debe tratar este encuentro. Escriba { $command }
priorities-heading = Lo más importante
priorities-people = Respuestas: { $people }.
priorities-opening = Apertura
priorities-ending = Próximos pasos
priorities-agenda = Un programa que se sigue de ello. Para adoptarlo, quizá con otras palabras:
