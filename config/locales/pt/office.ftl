# O que o secretariado decide: consultas e funções.

stage-preparation = em preparação
stage-open = aberta
stage-closing = em encerramento
stage-summary = resumo final
stage-follow-up = seguimento

consultations-heading = Consultas
consultation-none = Ainda não há nenhuma consulta. Escreva { $example }.
consultation-exists = Já há uma consulta { $slug }. Escolha outro nome.
consultation-created = { $consultation }: a consulta está criada, em preparação.
consultation-missing = Antes de abrir a palavra é preciso definir: { $missing }. Escreva { $command }
consultation-set = Definido: { $what } de { $consultation }.
consultation-complete = Está definido tudo o que é preciso para abrir a palavra.
consultation-space = As suas salas são reunidas aqui num espaço, por sub-região e por tema quando há vários. Recebeu um convite.
consultation-space-elsewhere = Aqui não há espaços. No Matrix, as suas salas são reunidas num.
consultation-still-missing = Ainda falta: { $missing }.
consultation-stage = { $consultation } está agora nesta etapa: { $stage }.
retention-date = O que as pessoas escreveram será apagado em { $date }, como lhes foi dito.
retention-warning = Em { $date } será apagado tudo o que as pessoas escreveram em { $consultation }, como lhes foi dito. O que puder ser guardado tem de ser exportado antes: { $command }
retention-quiet = Há um ano que ninguém escreve nela, por isso é dada por terminada. Quem escrever nela ou mudar a sua etapa faz com que continue.
retention-erased = Tudo o que as pessoas escreveram em { $consultation } está agora apagado, como lhes foi dito. Recibos que ficam, sem conteúdo: { $count }.
consultation-rooms =
    { $count ->
        [0] ainda sem salas
        [one] { $count } sala
       *[other] { $count } salas
    }

scope-everywhere = todas as consultas
roles-own = As suas funções:
roles-none = Não tem nenhuma função especial. Participa como parte interessada.
roles-heading = Quem tem cada função
roles-line = { $role }, { $scope }, desde: { $since }
roles-granted = Função dada a { $name }: { $role }, { $scope }.
roles-already = { $name } já tem esta função: { $role }, { $scope }.
roles-revoked = Função retirada a { $name }: { $role }, { $scope }.
roles-not-held = { $name } não tem esta função: { $role }, { $scope }. funções lista mostra quem a tem.
roles-everyone = Quem tem o cargo { $group }
roles-last = Esta é a última conta do secretariado. Dê primeiro esta função a outra pessoa.
audit-everywhere = Só o secretariado nomeado para todas as consultas pode ler o registo inteiro.

# Como está o bot.
health-rooms =
    { $count ->
        [one] { $platform }: { $count } sala.
       *[other] { $platform }: { $count } salas.
    }
health-last = Última nota { $ago }.
health-nothing = Ainda nada foi anotado.
health-waiting =
    { $count ->
        [one] { $count } mensagem espera para ser enviada.
       *[other] { $count } mensagens esperam para ser enviadas.
    }
health-room =
    { $heard ->
        [one] { $room }: cerca de { $heard } mensagem; anotadas: { $noted }
       *[other] { $room }: cerca de { $heard } mensagens; anotadas: { $noted }
    }

audit-whole =
    { $count ->
        [one] O registo de auditoria está intacto: { $count } entrada. As últimas:
       *[other] O registo de auditoria está intacto: { $count } entradas. As últimas:
    }
audit-broken = O registo de auditoria não está intacto. Não altere nada, e avise quem me administra.

# Os ficheiros que são entregues.
digest-file = A síntese está no ficheiro { $name }.
export-done = O que pode ser exportado: { $files }. Cada pessoa pode retirar o que escreveu a qualquer momento: verifique estes ficheiros com o manifesto antes de cada uso.
export-none = Nada pôde ser exportado. Verifique o nome da consulta e da sala.
export-whole = Uma exportação contém uma sala inteira ou toda a consulta, nada mais restrito. Escreva { $example }.

quotes-heading = O que pode ser citado
quotes-none = Neste âmbito nada pode ser citado.
approve-ask = A síntese gostaria de citar estas suas palavras. Só o faz se concordar. Para aceitar, escreva { $command }. Para recusar, escreva { $command } não.
health-well = Está tudo bem.
health-trouble = Há algo a verificar:
health-unsaid =
    { $count ->
        [one] { $count } mensagem não pôde ser enviada.
       *[other] { $count } mensagens não puderam ser enviadas.
    }
health-parked =
    { $count ->
        [one] { $count } mensagem falhou três vezes e fica guardada para mais tarde.
       *[other] { $count } mensagens falharam três vezes e ficam guardadas para mais tarde.
    }
health-references = Referência: { $references }.
health-failed =
    { $count ->
        [one] { $count } tarefa falhou várias vezes.
       *[other] { $count } tarefas falharam várias vezes.
    }
