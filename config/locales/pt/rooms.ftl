# O cartão, a palavra, e quem pode ler.

card-title = { $consultation } · { $room }
card-invite = Fale livremente. Nada seu é anotado se não participar.
card-floor-open = Palavra aberta
card-floor-open-until = Palavra aberta até: { $until }
card-floor-closed = Palavra fechada. O que se escreve aqui não é anotado.
card-last-noted = última nota { $ago }
card-join = Escreva { $command } para participar, aqui ou a mim em privado.
card-private = escrever-me em privado
card-register = inscrever-se até: { $until }
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
who-federated =
    { $count ->
        [one] Mais { $count } servidor guarda uma cópia. Apagar lá é apenas um pedido.
       *[other] Mais { $count } servidores guardam uma cópia. Apagar lá é apenas um pedido.
    }
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
