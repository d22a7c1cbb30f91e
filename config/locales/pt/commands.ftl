# O que se escreve para cada comando, primeiro a palavra que é mostrada. Dois comandos nunca partilham uma palavra.

command-help = ajuda, help
command-about = sobre, about
command-privacy = privacidade, privacy
command-join = participar, entrar, join
command-consent = acordo, consentimento, consent
command-language = idioma, língua, lingua, language
command-my-data = os meus dados, meus dados, my data
command-forget-me = esqueça-me, esqueca-me, me esqueça, me esqueca, forget me
command-unlink-account = desligar conta, unlink account
command-link-account = ligar conta, link account
command-stop = stop, parar
command-status = estado, status
command-objective = objetivo, objectivo, objective
command-why = porquê, porque, por quê, por que, why
command-contact = contacto, contato, denunciar, recurso, contact
command-say = dizer, say
command-submit = apresentar, submit
command-my-contributions = as minhas contribuições, minhas contribuições, minhas contribuicoes, my contributions
command-approve = aprovar, approve
command-withdraw = retirar, withdraw
command-private = privado, private
command-who = quem, who
command-room = sala, room
command-floor = palavra, floor
command-ask = perguntar, ask
command-hide = ocultar, hide
command-restore = restaurar, restore
command-tag = etiquetar, tag
command-health = saúde, saude, health
command-digest = síntese, sintese, digest
command-show = mostrar, show
command-quotes = citações, citacoes, quotes
command-export = exportar, export
command-consultation = consulta, consultation
command-roles = funções, funcoes, roles
command-audit = auditoria, audit

# Uma linha por comando, 60 caracteres no máximo.
help-help = o que se pode escrever aqui, e como
help-about = o que sou e em que me baseio
help-privacy = o que é guardado sobre si, e como o retirar
help-join = participar: escolher como usar as suas palavras
help-consent = ver ou mudar como são usadas as suas palavras
help-language = o idioma em que lhe escrevo
help-my-data = tudo o que guardo sobre si
help-forget-me = apagar o que escreveu e tudo o que sei sobre si
help-unlink-account = soltar esta conta; o que escreveu fica com a outra
help-link-account = juntar esta conta a outra sua: receber um código ou escrever o que recebeu
help-stop = deixo de lhe falar, e escolhe o que mais retirar
help-status = como participa, e o que foi feito das suas palavras
help-objective = os 23 objetivos, por número ou por palavra
help-why = os textos que lhe dão direito; ou porque AF-… se leu assim
help-contact = a quem se dirigir
help-say = dizer algo para ser anotado, numa sala ou em privado
help-submit = texto longo ou ficheiro; ou: em nome de NOME: texto
help-my-contributions = as suas próprias palavras com os seus recibos
help-approve = permitir uma citação de algo que escreveu em privado
help-withdraw = retirar algo que escreveu
help-private = escrever-me em privado
help-who = quem pode ler aqui
help-room = associar esta sala, defini-la, verificá-la, ensaiar
help-floor = abrir ou fechar a palavra, com hora de fecho
help-ask = fazer uma pergunta à sala; as respostas são anotadas
help-hide = tirar uma contribuição das sínteses; o autor é avisado
help-restore = fazer contar de novo uma contribuição ocultada
help-tag = corrigir como algo foi lido: objetivo ou tipo
help-health = como estou
help-digest = o que foi escrito, por temas e com citações
help-show = uma contribuição e como foi lida
help-quotes = as passagens que podem ser citadas
help-export = o que pode ser exportado, em ficheiros com manifesto
help-consultation = criar uma consulta, defini-la, mudar a sua etapa
help-roles = as suas funções; o secretariado dá-as e retira-as
help-audit = o que fizeram as pessoas que têm uma função

help-heading = O que pode escrever
help-foot = Numa sala, escreva primeiro { $prefix }. Em privado, basta a palavra.
help-foot-list = Escreva / e escolha. Em privado, basta a palavra.

about-heading = gcm-talks
about-what = Sou um programa. Anoto o que as pessoas escrevem nas salas de uma consulta sobre o Pacto Global para as Migrações, se concordarem, e faço sínteses. Com elas, os relatores escrevem o resumo final.
about-basis = Baseio-me na nota da Rede das Nações Unidas para as Migrações sobre a participação das partes interessadas nas revisões regionais, de 10 de maio de 2023.
about-limits = Uma síntese é uma leitura automática, não a opinião da rede. São pessoas que decidem quem fala, o que é publicado e o que é ocultado.

privacy-heading = O que é guardado sobre si
privacy-consent = Nada seu é guardado se não participar. Escolhe como são usadas as suas palavras, e pode mudar isso a qualquer momento.
privacy-kept = É guardado o que escreve para ser anotado, o seu acordo, o seu idioma e o que me diz para mostrar junto das suas palavras. Tudo está cifrado, e cada contribuição tem a sua própria chave.
privacy-without = De quem não participa não guardo palavras nem nomes. Guardo só uma marca, que desaparece depois de um mês, para perguntar uma única vez.
privacy-read = Os moderadores, os relatores e os coordenadores da sua consulta podem ler o que é anotado. Fica escrito quem abriu uma contribuição.
privacy-backups =
    { $days ->
        [one] O que retirar é apagado logo. Depois de { $days } dia, nenhuma cópia de segurança permite lê-lo.
       *[other] O que retirar é apagado logo. Depois de { $days } dias, nenhuma cópia de segurança permite lê-lo.
    }
privacy-contact = Responsável: { $controller }. Contacto: { $contact }.
privacy-commands = os meus dados · acordo · retirar · esqueça-me · stop

join-again = acordo para mudar · as minhas contribuições · stop
consent-change = Para mudar, escreva uma destas linhas:

language-which = Que idioma? Escreva idioma e um destes: { $languages }

status-consent = { $consultation }. Participa: { $level } (desde: { $since }).
status-paused = A sua participação está em pausa: nada do que escreve é anotado. Para continuar, escreva { $command }.
status-none = Não participa, e não guardo nada do que escreveu. Para participar, escreva { $command }.
status-written =
    { $count ->
        [0] Ainda não escreveu nada que tenha sido anotado.
        [one] Escreveu { $count } contribuição. Figura numa síntese: { $cited }.
       *[other] Escreveu { $count } contribuições. Figuram numa síntese: { $cited }.
    }

objectives-heading = Os 23 objetivos do Pacto Global, por mesa-redonda
objective-round-table = É tratado na mesa-redonda { $number }.
objective-digest = O que foi escrito sobre ele: { $command }

why-heading = Porque pode participar
why-compact = O Pacto Global (resolução 73/195) compromete os Estados a trabalhar em parceria com os migrantes, a sociedade civil, os sindicatos, as organizações religiosas, as autoridades locais, o setor privado e outros: parágrafos 15 (j) e 44.
why-format = As suas revisões fazem-se com a participação de todas as partes interessadas pertinentes: parágrafo 48, e resolução 73/326, parágrafo 10.
why-declaration = A Declaração de Progresso (resolução 76/266) pede que os processos regionais cooperem com as partes interessadas e aproveitem os seus contributos.
why-note = A nota da rede sobre a participação das partes interessadas (10 de maio de 2023) pede um acesso efetivo a cada revisão e à sua preparação.

contact-help = Em perigo, ou com menos de 18 anos? Dirija-se a: { $help }.

which-consultation = De que consulta se trata?
private-hello = Olá. Para dizer algo que seja anotado, escreva-me. { $help } mostra o que mais entendo.
private-note = Devo anotar isto para: { $consultation }?
private-writing = Escreva-me agora. Durante dez minutos, o que escrever aqui é anotado para: { $consultation }.

# O que se escreve depois de apresentar: em nome de NOME: texto. Não «por»: muitos textos começam assim.
words-for = em nome de, em nome do, em nome da, em nome dos, em nome das, for, on behalf of

file-too-large = { $name } tem mais de { $limit } KiB. Envie em partes, ou cole o texto.
file-not-text = { $name } não é um ficheiro de texto simples. Envie um ficheiro .txt ou .md em UTF-8, ou cole o texto.
file-unreachable = Não consegui receber { $name }. Envie outra vez, ou cole o texto.
file-poll = Uma sondagem não é anotada. Escreva o que pensa numa mensagem.

# O que um comando recebe, como a ajuda o nomeia.
takes-command = comando
takes-objective = objetivo
takes-options = opções
takes-passage = passagem
takes-reason = motivo
takes-code = código
takes-receipt = recibo
takes-receipt-or-word = recibo ou palavra
takes-scope = objetivo 6 desde 2 set …
takes-until = até 13 set 18:00
takes-who-and-what = quem e o quê
takes-language = idioma
takes-objective-or-kind = objetivo ou tipo
takes-question = pergunta
takes-text = texto

# O que se escreve depois de um comando, além das palavras inglesas.
words-bind = associar, vincular
words-set = definir, ajustar, configurar
words-rehearsal = ensaio
words-check = verificar
words-card = cartão, cartao
words-unbind = desassociar, desvincular
words-list = lista, listar
words-open = abrir, aberta, aberto
words-close = fechar, encerrar
words-on = ativar, activar, ativado, ligado
words-off = desativar, desactivar, desativado, desligado
words-none = nenhum, nenhuma, nada
words-reaction = reação, reacao, reacção
words-private = privado, em privado
words-create = criar
words-stage = etapa, fase
words-grant = dar, nomear
words-revoke = retirar, revogar
words-everywhere = tudo, todas
words-like = como
words-title = título, titulo
words-controller = responsável, responsavel
words-contact = contacto, contato
words-help = ajuda
words-retention = conservação, conservacao
words-timezone = fuso, fuso horário, fuso horario
words-languages = idiomas, línguas, linguas
words-risky = sensíveis, sensiveis
words-space = espaço, espaco
words-ack = aviso
words-chatham = chatham
words-consultation = consulta
words-objective = objetivo, objectivo
words-round-table = mesa-redonda, mesa redonda
words-room = sala
words-subregion = sub-região, sub-regiao
words-region = região, regiao
words-since = desde
words-until = até, ate
words-level = nível, nivel
words-kind = tipo
words-category = categoria
words-written-in = escrito em
words-language = idioma, língua, lingua
words-format = formato
words-every = cada, toda, todas as, todos os
words-never = nunca
words-all = tudo, todos, todas
words-full = completo, completa
words-screen = ecrã, ecra, tela, curto, breve
words-local = local
words-national = nacional
words-regional = regional
words-global = global, mundial
words-preparation = preparação, preparacao
words-closing = encerramento
words-summary = resumo final, resumo
words-follow-up = seguimento, acompanhamento

# Os dias a partir de hoje, e os dias da semana por extenso, a começar na segunda-feira.
words-today = hoje
words-tomorrow = amanhã, amanha
words-yesterday = ontem
date-weekdays = segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo
# Other forms in which people write them, between /.
date-weekdays-forms = segunda/segundas/segundas-feiras, terça/terças/terças-feiras, quarta/quartas/quartas-feiras, quinta/quintas/quintas-feiras, sexta/sextas/sextas-feiras, sábados, domingos
