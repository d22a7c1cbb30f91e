# Os encontros.

command-talk = encontro, talk
command-talks = encontros, talks
help-talk = planear, mudar, alterar ou cancelar um encontro; abrir a inscrição
help-talks = o que vem e em que ponto está; um ficheiro para o calendário
takes-talk = 3, calendário, lembretes desativar …
option-talk = encontro
option-talk-about = o seu número; ou: calendário, lembretes desativar, fuso Nairobi

words-talk = encontro
words-move = mover, adiar
words-cancel = cancelar
words-starts = começa, início, inicio
words-minutes = minutos
words-mode = modo
words-hybrid = híbrido, hibrido
words-in-person = presencial
words-interpretation = interpretação
words-agenda = programa
words-place = local
words-calendar = calendário, calendario
words-reminders = lembretes
words-notice = antecedência
words-breakout = grupos, grupo
words-host = coanfitrião, coanfitriã

talk-name = { $number } · { $title }
talk-with-time = { $title } ({ $when })
talk-minutes =
    { $minutes ->
        [one] um minuto
       *[other] { $minutes } minutos
    }
talk-hybrid = presencial e em linha
talk-languages = idiomas: { $languages }
talk-interpretation = interpretação: { $languages }

talks-heading = Encontros de { $consultation }
talks-none = Não há nenhum encontro previsto.
talks-calendar = Todos os encontros num ficheiro para o seu calendário: { $name }. Abra-o de novo quando um encontro mudar de hora.
talks-reminders-on = Lembro cada encontro em que tem lugar, um dia e uma hora antes. É demais? { $command }
talks-reminders-off = Não lembro os encontros. O que mudar ou for cancelado, digo na mesma. Para receber lembretes: { $command }
talks-timezone = Digo as horas dos encontros como são em { $town }.
talk-register = Para se inscrever: { $command }
data-timezone = Fuso horário

talk-which = Que encontro? Escreva primeiro o número. Há: { $talks }.
talk-not-planned = O encontro { $number } já passou ou foi cancelado. Já não pode ser alterado.
talk-no-title = Um encontro precisa de um título. Escreva por exemplo: { $example }
talk-no-start = Quando começa? Escreva por exemplo: { $example }
talk-twice = Nesse momento os relógios são atrasados, e { $typed } vem duas vezes. Escreva outra hora, como { $example }. As horas são as de { $town }.
talk-agenda-line = Escreva as partes com os seus minutos, separadas por ponto e vírgula, no máximo 20, por exemplo: 10 Abertura; 60 O que endivida os trabalhadores; 20 Próximos passos
talk-agenda-long = O programa leva { $minutes } minutos, e o encontro { $limit }. Encurte uma parte ou alongue o encontro.
talk-no-rooms = nenhuma sala, porque nenhuma faz ainda parte da consulta
talk-preview-create = Este encontro fica previsto e é anunciado em { $rooms }. Está certo?
talk-preview-move = O encontro passa a ser este. É anunciado em { $rooms } e quem se inscreveu é avisado. Está certo?
talk-preview-set = O encontro é assim a partir de agora. Ninguém é avisado. É anunciado em { $rooms }. Está certo?
talk-preview-cancel = Este encontro é cancelado. É anunciado em { $rooms }, quem se inscreveu é avisado, e as inscrições terminam. Está certo?
talk-short-notice = Pouca antecedência: um encontro deve ser conhecido { $limit } dias antes, e este é daqui a { $days }.
talk-done-create = O encontro { $number } está previsto: { $title }. Para que as pessoas se possam inscrever: { $command }
talk-done-move = O encontro { $number } mudou: { $title }. Quem se inscreveu é avisado.
talk-done-set = O encontro { $number } foi alterado: { $title }.
talk-done-cancel = O encontro { $number } está cancelado: { $title }. Quem se inscreveu é avisado.

talk-told-planned = Há um encontro previsto.
talk-told-open = Já é possível inscrever-se neste encontro.
talk-told-moved = Este encontro mudou:
talk-told-cancelled = Este encontro está cancelado.
talk-told-comes = Este encontro está próximo.
talk-told-before = Era para ser: { $when }.
talk-told-soon = Tem lugar num encontro de { $consultation } que começa em breve:
talk-you-stay = A sua inscrição mantém-se. Se não puder vir, escreva { $command }.
talk-you-have = Vem { $mode }. O seu número é { $number }. Se não puder vir, escreva { $command }.
talk-no-more = Sem mais lembretes: { $command }

register-which = Em que se inscreve?
unregister-which = Que inscrição retira?
unregister-all = todas
registered-cancelled = { $consultation }: cancelado. A sua inscrição terminou.
entry-cancelled = cancelado

error-no-time = A que horas? Escreva o dia e a hora, como { $example }. As horas são as de { $town }.

talk-hosted = { $name } coorganiza agora { $title }: pode abrir e fechar a palavra na sala do encontro de um dia antes a um dia depois, ver quem se inscreveu e registar presenças.
talk-unhosted = { $name } já não coorganiza { $title }.
talk-you-host = Agora coorganiza { $title }. Para este encontro pode escrever: { $commands }
talk-hosts = Coorganizam: { $names }
talk-not-begun = O encontro { $number } ainda não começou. Ainda não há nada dele para ler.

talk-preview-breakout = Quem tem lugar vai para uma destas salas durante uma parte do encontro: { $rooms }. Cada pessoa fica a saber qual, e porquê. Está certo?
talk-done-breakout = As pessoas são divididas no encontro { $number }: { $title }. Cada uma fica a saber qual é a sua sala.
talk-breakout-line = Indique pelo menos duas salas da consulta, separadas por vírgulas, por exemplo: { $example }
talk-room-told = Em { $title } há várias salas. A sua é { $room }. { $because }
talk-room-interest = Trata de um tema que indicou.
talk-room-language = Fala-se lá o seu idioma.
talk-room-balance = Assim há mais ou menos tantas pessoas em cada uma.
talk-room-apart = Em { $title } há várias salas, todas em { $platforms }. Não lhe conheço nenhuma conta lá, por isso nenhuma é a sua. Se tem uma, escreva { $command } e digo-lhe como a juntar. Peça depois a quem organiza o encontro que divida as pessoas de novo.
talk-room-yours = A sua sala lá: { $room }.

# As salas que se criam para um encontro, e quem delas dá conta.
words-make = fazer
words-rapporteur = relator, relatora
words-priorities = prioridades
talk-make-line = Indique de { $from } a { $to } salas separadas por ponto e vírgula, ou diga quantas, por exemplo: { $example }
talk-preview-make = O bot cria-as ao lado de { $room }: quem lá está pode entrar.
talk-preview-apart = Estas salas estão só em { $platforms }. Quem não tem conta lá fica a sabê-lo, e como juntar uma.
talk-done-make = As salas do encontro { $number } estão a ser criadas: { $title }. Quando existirem, cada pessoa fica a saber qual é a sua.
talk-room-not-made = Não foi possível criar a sala { $room }. Quem administra este lugar tem de me deixar criar salas e tópicos, e escolher outro nome se este estiver ocupado. Depois divida as pessoas de novo.
talk-no-breakouts = O encontro { $number } não está dividido em salas.
talk-rapporteur-line = Escreva a sala e a pessoa. As salas são: { $rooms }. Por exemplo: { $example }
talk-reported = { $name } é agora relator ou relatora de { $room } e pode ler as sínteses desta sala.
talk-unreported = { $name } já não é relator ou relatora de { $room }.
talk-you-report = Agora dá conta de { $room } em { $title }. Para ler o que lá foi anotado: { $command }
talk-room = Sala: { $room }
talk-room-reported = Sala: { $room }. Relato: { $names }

# De que deve tratar um encontro.
talk-told-priorities = De que deve tratar este encontro? A sua resposta ajuda a decidir.
talk-priorities = Para dizer o que mais importa: { $command }
button-priorities = Dizer o que importa
priorities-then = Para ver o que foi indicado e um programa que daí decorre: { $command }
priorities-none = Ainda não se perguntou de que deve tratar este encontro. Escreva { $command }
priorities-heading = O que mais importa
priorities-people = Respostas: { $people }.
priorities-opening = Abertura
priorities-ending = Próximos passos
priorities-agenda = Um programa que daí decorre. Para o adotar, talvez por outras palavras:
