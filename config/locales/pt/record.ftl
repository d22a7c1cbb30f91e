# Ser ouvido: recibos, correções, as próprias contribuições e dados.

record-noted-in = { $receipt }, em { $room }.
record-take-back = Para retirar: { $command }, ou ❌ na sua mensagem.
record-read-as = Foi entendido como: { $reading }. Não está certo? { $command }
record-edited = { $receipt } contém agora o que diz a sua mensagem alterada.
record-changed-unseen = Alterou a mensagem de { $receipt }. Aqui não posso ver o que diz agora: continua registado o que dizia antes. Para o apagar: { $command }. Depois escreva-a de novo, com o meu nome à frente.
record-deleted = { $receipt } está apagado, porque a sua mensagem foi eliminada.
record-withdrawn = { $receipt } está retirado: o texto foi apagado, e o que o citava é corrigido.
record-already-withdrawn = { $receipt } já estava retirado.
record-taken-back = { $receipt } foi retirado: o que alterar nessa mensagem não é anotado. Para o dizer de novo, escreva uma nova mensagem.
record-not-yours = Não tem nenhuma contribuição { $receipt }.
record-yours-are = As suas são: { $receipts }.
record-yours-none = Não tem nenhuma.
record-floor-closed = A palavra está fechada em { $room }. Nada foi anotado.
record-floor-closed-at = A palavra em { $room } fechou às { $time }. Nada foi anotado.
record-still-private = Ainda pode escrever-mo em privado ({ $command }), ou pôr 📝 na sua mensagem.

contributions-heading = O que escreveu
contributions-none = Não tem contribuições aqui.
contributions-edited =
    { $count ->
        [one] alterado { $count } vez
       *[other] alterado { $count } vezes
    }
contributions-hidden = ocultado pela moderação
contributions-withdrawn = retirado
contributions-cited = Citado em: { $digests }.

data-heading = O que guardo sobre si
data-none = Não guardo nada sobre si.
data-accounts = As suas contas
data-linked = uma em { $platform }
data-language = Idioma
data-consent = Acordo
data-name = Nome
data-category = Categoria
data-organisation = Organização
data-roles = Funções
data-contributions = Contribuições
data-kept =
    { $days ->
        [one] Tudo isto é apagado { $days } dia depois de publicado o resumo final.
       *[other] Tudo isto é apagado { $days } dias depois de publicado o resumo final.
    }

record-noted-for = { $receipt }, para: { $consultation }.
record-on-behalf = Em nome de { $names }.

# Como uma passagem é lida.
reading-objective = objetivo { $number }
reading-because = por causa de: { $words }
reading-no-objective = nenhum objetivo
reading-not-readable = num idioma que não sei analisar; lê-o uma pessoa
kind-good-practice = boa prática
kind-challenge = dificuldade
kind-recommendation = recomendação
kind-pledge = compromisso
kind-question = pergunta
kind-other = outro

tag-heading = { $receipt } é entendido como:
tag-corrected = corrigido à mão
tag-help = Para corrigir: { $commands }

explain-heading = Como foi entendido { $receipt }
explain-consent = O uso permitido: { $level }.
explain-not-cited = Ainda não está em nenhuma síntese.
explain-wrong = Não está certo? { $command }
digest-of-day = a síntese de { $day }

show-private = em privado
show-imported = importado
show-not-quoted = O autor quer que seja apenas contado. Não o cite.
show-cited = Citado em: { $digests }.
show-audited = Lê isto com esta função: { $role }, { $consultation }. Fica no registo de auditoria.

approve-none = Nada espera a sua aprovação.
approve-waiting = Estas suas palavras seriam citadas se aprovar:
approve-which = Que passagem? { $passages }
approve-done = Aprovou { $passage }. Pode ser citada:
approve-declined = { $passage } não será citada:

digest-scheduled = A partir de agora, a síntese desta sala vem todas as semanas. A primeira: { $first }.
digest-scheduled-end = Para terminar: { $command }
digest-unscheduled = A síntese desta sala já não vem por si.
digest-schedule-over = Esta consulta terminou, por isso a sua síntese já não vem por si.
digest-not-scheduled = A síntese desta sala não vem por si.

# Uma pessoa, duas contas
link-code = Na sua outra conta, em privado comigo, escreva { $command }. O código vale { $minutes } minutos e serve uma vez.
link-warning = Não o dê a ninguém: quem o escrever lê tudo o que escreveu e pode apagá-lo.
link-confirm = Isto junta esta conta a uma em { $platform }. A partir daí, quem tiver uma das duas lê tudo o que escreveu aqui, e pode mudá-lo e apagá-lo. Continue só se foi você que pediu o código. É assim?
link-consent = O mais estrito dos seus consentimentos vale para as duas.
link-declined = Nada foi junto. O código já não serve.
link-done = As suas contas estão juntas: esta e uma em { $platform } são para mim uma só pessoa. Mais ninguém o sabe.
link-named = Um nome ou uma organização que deu numa nunca é mostrado com o que escreve na outra. Escrevo-lhe onde pôs o código.
link-undo = Para desfazer, escreva { $command } na conta que deve ficar solta.
link-own = Esta é a conta que pediu o código. Escreva-o na outra.
link-already = Uma das duas contas já está junta a outra. Duas podem ser uma pessoa, não mais. { $command } solta uma.
link-quiet = Numa das duas contas pediu-me silêncio. Escreva lá primeiro { $command }.
link-code-wrong = Não conheço esse código: está mal escrito, usado ou tem mais de dez minutos. { $command } na outra conta dá um novo.
link-too-many = Demasiados códigos errados. Tente de novo daqui a uma hora.
link-code-form = Um código tem { $count } algarismos. { $command } dá um.
link-name-elsewhere = O seu nome é da sua outra conta: dê-o lá. Mostrado aqui diria que as duas são suas. Ou solte esta conta: { $command }.
unlink-none = Esta conta não está junta a nenhuma. { $command } junta-a.
unlink-done = Esta conta está de novo sozinha e não guardo nada dela. O que escreveu fica com a sua conta em { $platform }: só lá o pode ver e retirar. Para participar daqui, escreva { $command }.
unlink-told = A sua conta em { $platform } ficou solta. Tudo o que escreveu está com esta. Um nome ou uma organização que lá tivesse dado já não é mostrado.
