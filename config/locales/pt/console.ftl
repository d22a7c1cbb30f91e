# O que a própria consola diz: salas e pessoas num terminal ou num pipe.

console-welcome =
    gcm-talks neste terminal: salas onde escrever e pessoas em nome de quem escrever.
    O bot ouve e responde aqui como no Matrix e no Discord.
console-rooms = Salas: { $rooms }
console-people = Pessoas: { $people }
console-everyone-else = qualquer outro nome participa como parte interessada
console-private = a sós com o bot
console-try = Três coisas para experimentar:
console-try-join = participar; o bot responde em privado
console-try-private = responder-lhe ali
console-try-digest = pedir uma síntese, como relator
console-more = /help mostra o que mais se pode fazer, /quit termina.

console-help =
    #sala @pessoa texto — dizê-lo ali, em nome dessa pessoa. Ambas ficam até nomear outras.
    #private — a conversa da pessoa a sós com o bot
    /edit TEXTO — alterar a última mensagem da pessoa na sala
    /delete — apagá-la
    /react 📝 — pôr-lhe uma marca
    /reply TEXTO — responder à última mensagem do bot na sala; /reply @pessoa TEXTO à de uma pessoa
    /attach FICHEIRO — enviar um ficheiro de texto
    /at +3m — adiantar o relógio: s segundos, m minutos, h horas, d dias
    /room NOME — abrir outra sala
    /who — salas e pessoas
    /quit — terminar
    \ no início de uma linha faz dela simples texto: \/edit, \#, \@
    \ no fim: a mensagem continua na linha seguinte

console-no-room = Não há nenhuma sala #{ $room }. As salas são: { $rooms }. Se for texto, escreva \ antes.
console-bad-room = O nome de uma sala tem letras, algarismos e hífenes, 64 no máximo: /room north-africa
console-bad-person = O nome de uma pessoa tem 64 letras no máximo.
console-room-opened = #{ $room } está aberta até ao fim. É preciso dizer ao bot de que é a sala.
console-no-tap = Não conheço /{ $word }. Escreva /help, ou \ antes se for texto.
console-no-tap-nearest = Não conheço /{ $word }. Queria dizer /{ $nearest }?
console-needs = Escreva assim: { $example }
console-no-message = Não me lembro de nenhuma mensagem de @{ $person } em { $room }.
console-no-answer = Ainda não disse nada em { $room } a que se possa responder.
console-bad-span = Escreva quanto avança o relógio, dez anos no máximo: /at +3m
console-moved = Agora é { $time } (UTC).
console-too-long = Esta linha tem mais de 1 MiB. Não foi lida.
console-leave = Para sair, escreva /quit ou prima Ctrl-D.
console-earlier = uma mensagem anterior
console-on-message = no que @{ $person } escreveu: { $words }
