# Ser ouvido: recibos, correções, as próprias contribuições e dados.

record-noted-in = { $receipt }, em { $room }.
record-take-back = Para retirar: { $command }, ou ❌ na sua mensagem.
record-read-as = Foi entendido como: { $reading }. Não está certo? { $command }
record-edited = { $receipt } contém agora o que diz a sua mensagem alterada.
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
data-language = Idioma
data-consent = Acordo
data-since = desde: { $day }
data-name = Nome
data-category = Categoria
data-organisation = Organização
data-organisation-claim = ainda não confirmado
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
