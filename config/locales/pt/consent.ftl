# Participar, parar, ser esquecido.

# A pergunta, as seis respostas e a linha dos idiomas somam no máximo 400 caracteres.
consent-question = { $consultation } (responsável: { $controller }). O que escrever aqui pode chegar aos Estados, se concordar. Se tem 18 anos ou mais, como posso usá-lo?
consent-answer-summarise = contar, nunca citar
consent-answer-quote = citar sem o meu nome
consent-answer-category = com a minha categoria (ex.: sindicato)
consent-answer-organisation = com a minha organização
consent-answer-name = com o meu nome
consent-answer-no = agora não, ou tenho menos de 18 anos

consent-agreed-summarise = Combinado: contado, nunca citado.
consent-agreed-quote = Combinado: citado sem o seu nome.
consent-agreed-category = Combinado: citado com a sua categoria.
consent-agreed-organisation = Combinado: citado com a sua organização.
consent-agreed-name = Combinado: citado com o seu nome.
consent-level-no = nada é guardado
consent-level-summarise = contado, nunca citado
consent-level-quote = citado sem nome
consent-level-category = citado com a categoria
consent-level-organisation = citado com a organização
consent-level-name = citado com o nome

consent-holds = Vale para o que escrever a partir de agora nesta consulta, enquanto a palavra estiver aberta.
consent-found-again = Uma citação de uma sala aberta pode ser encontrada de novo nessa sala.
consent-lowered = Vale também para tudo o que já escreveu aqui.
consent-raised = O que escreveu antes fica como permitiu na altura.
consent-one-lowered = { $receipt } a partir de agora: { $level }.
consent-ask-category = Qual é a sua categoria?
consent-ask-organisation = Como se chama a sua organização?
consent-ask-name = Que nome pode aparecer junto das suas palavras?
consent-claim = Ainda ninguém confirmou que faz parte de { $organisation }. Até lá, conta como uma só pessoa. O ponto focal dela pode ver a sua conta, para o confirmar.

consent-offer = Acabou de escrever { $quote }. Devo incluir?
consent-offer-declined = Certo. Essa mensagem não é anotada.
consent-not-now = Certo. Nada seu é guardado. Pode falar com o ponto de contacto: { $contact }.
consent-under-18 = Não posso anotar o que escreve enquanto tiver menos de 18 anos. { $contact } pode ajudar.
consent-stopped = Certo. A partir de agora nada do que escrever é anotado, e o que escreveu fica apagado.

private-blocked = Não consegui escrever em privado a uma pessoa desta sala. Permita mensagens privadas, ou escreva-me primeiro: { $address }

stop-menu = A partir de agora não digo nada nesta consulta. Deseja também
stop-answer-withdraw = retirar algo que escreveu
stop-answer-unregister = anular a inscrição
stop-answer-forget = ser esquecido: tudo o que escreveu e tudo o que sei sobre si
stop-answer-nothing = mais nada
stop-done = Certo. Escreva { $command } quando quiser participar de novo.

forget-confirm = Isto apaga tudo o que escreveu e tudo o que sei sobre si. As sínteses com as suas palavras são corrigidas. Não pode ser desfeito. Para continuar, escreva { $command }.
forget-done =
    { $days ->
        [one] Feito. Tudo o que escreveu e tudo o que eu sabia sobre si está apagado. Depois de { $days } dia, nenhuma cópia de segurança permite lê-lo.
       *[other] Feito. Tudo o que escreveu e tudo o que eu sabia sobre si está apagado. Depois de { $days } dias, nenhuma cópia de segurança permite lê-lo.
    }
forget-kept = Nada foi apagado.

language-switched = A partir de agora escrevo em { $language }.
language-later = Posso escrever-lhe em { $language } quando participar: comece com { $command }.

words-stop = stop, parar, pare, basta, deixe-me em paz
words-consent-no = não, nao, nenhum, nada, no
words-consent-summarise = contar, resumir, summarise
words-consent-quote = citar, citação, citacao, anónimo, anônimo, anonimo, quote
words-consent-category = categoria, category
words-consent-organisation = organização, organizacao, organisation
words-consent-name = nome, name

# To who writes where a floor is open and does not take part: once a month.
invite = O que escreve em { $room } não é registado, porque não participa. Para participar, escreva { $command }.
