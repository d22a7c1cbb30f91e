# O cartão, a palavra, e quem pode ler.

card-title = { $consultation } · { $room }
card-invite = Fale livremente. Nada seu é anotado se não participar.
card-floor-open = Palavra aberta
card-floor-open-until = Palavra aberta até: { $until }
card-floor-closed = Palavra fechada. O que se escreve aqui não é anotado.
card-last-noted = última nota { $ago }
card-join = Escreva { $command } para participar, aqui ou a mim em privado.
card-private = escrever-me em privado
card-who = quem pode ler aqui
card-help = ajuda no seu idioma

floor-opened = A palavra está aberta. É anotado o que escrevem aqui as pessoas que participam.
floor-opened-until = A palavra está aberta até: { $until }. É anotado o que escrevem aqui as pessoas que participam.
floor-closed = A palavra está fechada. Aqui já nada é anotado.
floor-closes-soon = A palavra fecha às { $time }.
floor-already-open = A palavra já está aberta.
floor-already-closed = A palavra já está fechada.
floor-needs = Ainda não é possível abrir a palavra. Falta na configuração: { $missing }.
room-rehearsal = Isto é um ensaio. Tudo o que se escreve aqui fica fora das sínteses e é apagado.
room-chatham = Regra de Chatham House: pode usar-se o que se diz aqui, não dizer quem o disse.

who-heading = Quem pode ler aqui
who-members =
    { $count ->
        [one] Há { $count } pessoa nesta sala.
       *[other] Há { $count } pessoas nesta sala.
    }
who-encrypted = Cifrado: podem ler as pessoas desta sala e o servidor que me faz funcionar. As reações não são cifradas.
who-not-encrypted = Sem cifra: quem gere o servidor também pode ler.
who-discord = A Discord pode ler o que se escreve aqui e guarda-o nos Estados Unidos.
who-console = Esta sala é uma janela num computador. Quem o usa também pode ler.
who-observers =
    { $count ->
        [0] Não há aqui observadores de Estados-Membros.
        [one] { $count } observador de um Estado-Membro pode ler aqui.
       *[other] { $count } observadores de Estados-Membros podem ler aqui.
    }
who-moderators = Moderação: { $names }.
who-no-moderators = Ainda ninguém modera esta sala.
who-controller = Responsável por este bot: { $controller }. Contacto: { $contact }.
who-not-configured = Ainda não está indicado quem é responsável por este bot.
who-retention =
    { $days ->
        [one] O que escrever é apagado { $days } dia depois de publicado o resumo final.
       *[other] O que escrever é apagado { $days } dias depois de publicado o resumo final.
    }
who-private-hint = Mais seguro: escreva-me em privado. Assim as outras pessoas desta sala não leem.

card-encrypted = Cifrado.
card-mentions-only = Aqui só leio o que me é dirigido.

who-private = Escreve-me em privado; as outras pessoas das salas não podem ler.
who-public = Qualquer pessoa pode entrar nesta sala sem convite.
who-restricted = Quem está em certas outras salas ou espaços pode entrar nesta sala sem convite.
who-public-discord = Todas as pessoas deste servidor Discord podem ler aqui.
who-mentions-only = Aqui só posso ler o que me é dirigido: comandos, formulários, menções.
who-world = Qualquer pessoa pode ler esta sala sem entrar nela.
who-shared = Quem chega depois pode ler o que foi escrito antes.
who-guests = Podem entrar pessoas sem conta.
who-bridged = O que se escreve aqui passa para outra rede, que guarda uma cópia.
who-other-servers = Outros servidores guardam uma cópia. Apagar lá é apenas um pedido.
who-not-checked = Ainda não vi se esta sala é cifrada.
who-offices = Os moderadores, os relatores e os coordenadores podem ler o que é anotado. Fica escrito quem abriu uma contribuição.

# Uma sala conforme aquilo a que se destina.
room-round-table = Mesa-redonda { $number }
room-objective = Objetivo { $number }: { $label }

# A resposta a sala associar e a sala verificar.
room-bound = Esta sala é agora { $room }.
room-is = Esta sala é { $room }.
room-floor-is-open = Palavra: aberta.
room-floor-is-closed = Palavra: fechada.
room-check-may = Posso ler, escrever, afixar e apagar o que escrevi
room-check-may-not-read = Não posso ler aqui. Deixe-me entrar, com o direito de ler as mensagens.
room-check-may-not-read-discord = Não posso ler aqui. Definições do canal, Permissões: dê ao meu cargo View Channel e Read Message History.
room-check-may-not-write = Não posso escrever aqui. Dê-me o direito de enviar mensagens.
room-check-may-not-write-discord = Não posso escrever aqui como preciso. Definições do canal, Permissões: dê ao meu cargo Send Messages, Send Messages in Threads, Embed Links, Attach Files e Add Reactions.
room-check-may-not-pin = Não posso afixar o cartão. Dê-me o direito de afixar ou de alterar o estado da sala.
room-check-may-not-pin-discord = Não posso afixar o cartão. Definições do canal, Permissões: dê ao meu cargo Pin Messages.
room-check-may-not-redact = Não posso apagar o que escrevi. Dê-me esse direito; senão, o que for retirado não pode ser corrigido aqui.
room-check-encrypted = cifrado
room-check-not-encrypted = sem cifra. Ative a cifra nas definições da sala, em Segurança.
room-check-public = qualquer pessoa pode entrar. Desative isso nas definições da sala, em Segurança.
room-check-restricted = quem está em certas outras salas ou espaços pode entrar. Se isso não for desejado: definições da sala, Segurança.
room-check-public-discord = todas as pessoas deste servidor podem ler aqui. Se não é desejado: definições do canal, Permissões, desative View Channel para @everyone.
room-check-history = quem chega depois lê tudo o que foi escrito antes. Se não é desejado: definições da sala, Segurança, histórico.
room-check-history-discord = quem chega depois lê tudo o que foi escrito antes. Se não é desejado: definições do canal, Permissões, desative Read Message History para @everyone.
room-check-world = qualquer pessoa pode ler sem entrar. Desative isso nas definições da sala, Segurança, histórico.
room-check-guests = podem entrar pessoas sem conta. Desative isso nas definições da sala, em Segurança.
room-check-bridged = uma ponte leva o que se escreve para outra rede. Retire-a, ou avise as pessoas.
room-check-mentions-only = só posso ler o que me é dirigido: comandos, formulários, menções, mensagens privadas. Quem me põe a funcionar pode mudar isso: Message Content no portal de programadores, e message_content = true em [discord].
room-check-tryout = Esta é a minha mensagem de teste. Quem não a consegue ler atualiza a aplicação e pergunta outra vez: { $command }
room-reads-otherwise = Mudou quem pode ler aqui:
room-check-unknown = Estou a ver o que posso fazer aqui. { $command } mostra-o daqui a pouco.
room-ack-private = Quando uma mensagem é anotada, o autor fica a saber em privado. Para mudar: sala definir aviso reação
room-ack-reaction = Quando uma mensagem é anotada, o autor vê 📝 nela. Para mudar: sala definir aviso privado
room-next = A seguir: { $command }
room-unbound = { $room } já não é uma sala da consulta. A partir de agora nada do que se escrever aqui é anotado. O que foi anotado mantém-se.

rehearsal-mark = ensaio
rehearsal-over = O ensaio acabou. O que foi escrito nele está apagado. A partir de agora conta.
rehearsal-already-on = Esta sala já está em ensaio.
rehearsal-already-off = Esta sala não está em ensaio.

floor-needs-who = O secretariado pode defini-lo: { $command }
floor-clocks-twice = Nesse momento os relógios são atrasados, e esta hora vem duas vezes. Fico com a primeira.

ask-heading = Uma pergunta a todas as pessoas
ask-reply = Para dar a sua resposta, responda a esta mensagem. São anotadas as respostas de quem participa.
ask-closed =
    { $count ->
        [0] Não há aqui nenhuma pergunta aberta.
        [one] { $count } pergunta está fechada. O que se responder a ela já não é anotado como resposta.
       *[other] { $count } perguntas estão fechadas. O que se responder a elas já não é anotado como resposta.
    }

hide-done = { $receipt } está ocultado. Nenhuma síntese o mostra nem o conta, e as que o faziam são corrigidas.
hide-already = { $receipt } já está ocultado.
hide-told = A moderação ocultou { $receipt }. Continua a ser seu, e por agora nenhuma síntese o mostra.
hide-reason = O motivo indicado: { $reason }.
hide-turn-to = Se acha que isto não está certo, dirija-se a: { $contact }.
restore-done = { $receipt } conta de novo.
restore-already = { $receipt } não está ocultado.
restore-told = { $receipt } já não está ocultado. Conta de novo nas sínteses.
author-told = O autor foi avisado.
author-not-told = Não é possível avisar o autor a partir daqui.

invited-here = Aqui estou. Quem modera a sala faz dela uma sala da consulta: { $command }
invited-declined = Entro numa sala quando me convida alguém que tem um cargo numa consulta. Para me escrever a sós, convide-me para uma mensagem direta.
invited-ask = São: { $names }.

unreadable = Não consegui decifrar a sua mensagem das { $time }. Envie outra vez, ou escreva-me aqui.
unreadable-here = Não consegui decifrar a sua mensagem das { $time }. Envie outra vez.
