# As organizações: de que fazem parte as pessoas, quem as atesta e a palavra do ponto focal.

command-organisation = organização, organizacao, organisation, organization
command-vouch = atestar, vouch
help-organisation = nomes e ponto focal de uma organização; unir duas ou separá-las
help-vouch = atestar que uma organização, ou uma pessoa, é o que diz
takes-organisation = organização
option-organisation = organização
option-organisation-about = o nome dela; com uma @conta a seguir, que essa pessoa faz parte dela
words-claims = pedidos, claims
words-show = mostrar, show
words-add = acrescentar, adicionar, add
words-remove = retirar, remover, remove
words-focal = focal
words-merge = unir, merge
words-part = separar, part
words-into = com, into
words-name = nome, name
words-acronym = sigla, acronym

organisation-alike = Escreveu { $organisation }. É uma destas?
organisation-alike-no = não, é outra
organisation-someone-claims = Alguém diz fazer parte de { $organisation }, de que é o ponto focal. Para ver quem, escreva { $command }.
organisation-belongs = { $name } diz fazer parte de { $organisation }. É assim?
organisation-later = mais tarde
organisation-put-off = Está bem. Quando tiver tempo, escreva { $command }.
organisation-nobody-waits = Ninguém espera a sua palavra.
organisation-not-focal = Não é o ponto focal de nenhuma organização. É a coordenação que os nomeia.
organisation-confirmed = { $name } faz agora parte de { $organisation }. O que apresentar por ela conta como a palavra dela.
organisation-declined = { $name } não faz parte de { $organisation }. Nada do que escreve é mostrado com esse nome.
status-organisation-waits = A sua organização: { $organisation }. Ainda ninguém o confirmou; por isso conta como uma só pessoa.
status-organisation-confirmed = A sua organização: { $organisation }. Está confirmado: o que apresentar por ela conta como a palavra dela.
status-organisation-declined = A sua organização: { $organisation }. O ponto focal dela não confirmou que faz parte dela; por isso nada seu é mostrado com o nome dela. Se for engano, dirija-se a quem contacto indica.
status-focal = É o ponto focal de { $organisation }, desde { $since }.
status-claims =
    { $count ->
        [one] Uma pessoa espera a sua palavra: { $command }
       *[other] { $count } pessoas esperam a sua palavra: { $command }
    }

organisation-unknown = Não conheço nenhuma organização { $organisation }. { $command } mostra todas.
organisation-near = Não conheço nenhuma organização { $organisation }. Há: { $organisations }.
organisation-none = Ainda não se conhece nenhuma organização. Cada pessoa nomeia a sua com: acordo organização, e o nome.
organisations-heading = Organizações
organisations-more =
    { $count ->
        [one] E mais uma. organização mostrar encontra-a pelo nome.
       *[other] E mais { $count }. organização mostrar encontra cada uma pelo nome.
    }
organisation-unvouched = ainda ninguém a atestou
organisation-without-focal = atestada, sem ponto focal
organisation-with-focal = atestada, com ponto focal
organisation-names = Nomes: { $names }
organisation-holds = São uma só com ela: { $names }
organisation-focal = Ponto focal: { $name }, desde { $since }
organisation-waiting = Esperam uma palavra: { $people } pessoas
organisation-reference = No registo: organização { $reference }
organisation-name-taken = { $name } é um nome de { $organisation }. Se as duas são uma, una-as.
organisation-name-stays = { $name } não é um dos nomes dela, ou é o único.
organisation-focal-told = É agora o ponto focal de { $organisation }. É você quem diz quem faz parte dela. Para ver quem espera, escreva { $command }.
organisation-merged = { $gone } é agora uma só com { $organisation }. Para o desfazer, escreva { $command }
organisation-one-already = São dois nomes de { $organisation }: já é uma só.
organisation-parted = { $gone } e { $organisation } são de novo duas, cada uma com o que tinha.
organisation-not-merged = { $organisation } não está unida com nenhuma outra.
organisation-part-which = Estas são uma só com { $organisation }: { $organisations }. Escreva o nome da que é para separar.

vouch-done = Atesta { $organisation }. Quem diz fazer parte dela conta como a voz dela quando o ponto focal, ou você, o confirmar para essa pessoa.
vouch-next = A seguir, nomeie o ponto focal: { $command }
vouch-not-claimed = { $name } não diz fazer parte de { $organisation }. Primeiro escreve: acordo organização, e o nome.
vouch-none = Ninguém espera uma palavra sobre a sua organização.
vouch-heading = Quem diz fazer parte de quê
vouch-line = { $organisation }: { $people } pessoas · { $state }
vouch-hint = { $command } com um nome atesta a organização; com uma @conta a seguir, essa pessoa.

# O relatório semanal da coordenação.

words-report = relatório, relatorio, report
roles-report-on = O seu relatório semanal da região volta, às segundas-feiras.
roles-report-off = Já não recebe o relatório semanal. funções relatório ativar trá-lo de volta.
report-people = Participam: { $people } pessoas; novas esta semana: { $new }
report-written =
    { $count ->
        [one] Escrito esta semana: um contributo
       *[other] Escrito esta semana: { $count } contributos
    }
report-round-table = Mesa-redonda { $number }: { $count }
report-claims = Esperam uma palavra sobre a sua organização: { $people } pessoas. Para ver quais, escreva { $command }.
report-foot = Isto chega todas as segundas-feiras. Para o parar, escreva { $command }.
