# Quando algo corre mal: o que foi, e o que escrever em vez disso.

error-internal = Não funcionou, e nada foi alterado. Referência { $reference } para quem me administra.
error-unknown-command = Não conheço { $typed }.
error-did-you-mean = Queria dizer { $command }?
error-see-help = { $command } mostra o que sei fazer.
error-role = { $command } está reservado a: { $roles }.
error-role-here = Em { $room }, { $command } está reservado a: { $roles }.
error-role-names = São: { $names }.
error-rate-limited =
    { $seconds ->
        [one] Foi muito de uma vez. Espere { $seconds } segundo e envie de novo.
       *[other] Foi muito de uma vez. Espere { $seconds } segundos e envie de novo.
    }
error-too-long = Este texto é demasiado longo: { $size } KiB, e posso receber { $limit } KiB. Envie em partes.
error-empty = Não há texto para anotar. Escreva-o depois de { $command }.
error-on-behalf = Não vejo em nome de quem escreve. Para um grupo, escreva { $example }. Em seu próprio nome, comece com outra palavra.
error-missing = Falta alguma coisa. Escreva { $usage }.
error-who = Não sei quem é { $typed }. Escreva { $usage }.
error-too-much = Não percebo { $typed } aqui. Escreva { $usage }.
error-choice = Responda com um número de { $from } a { $to }.
error-name-long = É demasiado longo para figurar junto a uma citação. Escreva-o em { $limit } caracteres, no máximo, por exemplo: Rede Exemplo.
error-number = { $typed } não é um número de { $from } a { $to }.
error-objective = Há 23 objetivos. Escreva um número de 1 a 23 ou uma palavra: { $example }
error-date = O dia { $typed } não existe. Escreva um dia como { $example }. As horas são as de { $town }.
error-past = { $typed } já passou. Escreva um dia futuro, como { $example }.
error-receipt = { $typed } não é um recibo. Um recibo tem esta forma: { $example }.
error-language = Não falo { $typed }. Falo { $languages }.
error-option = { $typed } não é possível aqui. Possível: { $options }.
error-in-room = Isto funciona numa sala. Escreva lá.
error-not-bound = Esta sala ainda não pertence a nenhuma consulta. A moderação pode escrever { $command }.
error-no-consultation = Não há nenhuma consulta aberta.
error-which-consultation = Que consulta? Escreva uma destas: { $consultations }.
error-join-first = Ainda não participa. Escreva primeiro { $command }.

role-observer = observadores
role-stakeholder = participantes
role-co-host = coorganizadores
role-moderator = moderadores
role-coordinator = coordenadores
role-rapporteur = relatores
role-task-team = a equipa de trabalho
role-secretariat = o secretariado

error-unknown-word = Não percebo { $typed } aqui.
error-option-empty = Falta alguma coisa depois de «{ $option }». Escreva aí o que deseja.
error-moment = Não percebo { $typed } como data ou hora. Escreva assim: { $example }. As horas são as de { $town }.
error-skipped = { $typed } não existe: nesse momento os relógios são adiantados. Escreva outra hora, como { $example }. As horas são as de { $town }.
error-weekly = Não percebo { $typed } como dia da semana e hora. Escreva { $example }.
error-period = O período acaba antes de começar. Escreva primeiro a data mais antiga.
error-scope = Não percebo { $typed }. Escreva por exemplo { $example }.
error-timezone = Não conheço o fuso horário { $typed }. Escreva um como { $example }, ou a sua cidade.
error-no-receipt = Não há nenhuma contribuição { $receipt }.
error-room-name = A sala precisa de um nome curto, com letras, algarismos e hífenes: { $example }
error-room-taken = Já há uma sala { $name } nesta consulta. Escolha outro nome.
error-room-of-another = Esta sala pertence a outra consulta: { $consultation }. O que foi anotado aqui fica com ela. Desassocie a sala lá, ou use uma sala nova.
error-no-rooms = Ainda não há nenhuma sala associada. Na sala, um moderador escreve { $command }.
error-slug = A consulta precisa de um nome curto, com letras minúsculas, algarismos e hífenes: { $example }
error-value-length =
    { $length ->
        [one] Este texto tem { $length } carácter. Escreva pelo menos um e no máximo { $limit }.
       *[other] Este texto tem { $length } caracteres. Escreva pelo menos um e no máximo { $limit }.
    }

# Uma pessoa que tem esta função.
role-one-observer = observador
role-one-stakeholder = participante
role-one-co-host = coorganizador
role-one-moderator = moderador
role-one-coordinator = coordenador
role-one-rapporteur = relator
role-one-task-team = membro da equipa de trabalho
role-one-secretariat = secretariado
