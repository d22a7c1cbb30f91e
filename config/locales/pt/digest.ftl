# Sínteses: o que foi escrito, por quem, sobre o quê, e quanto disso é mostrado.

digest-heading = { $title }, { $period }
digest-until = até { $date }
digest-contributions =
    { $count ->
        [one] { $count } contribuição
       *[other] { $count } contribuições
    }
digest-people =
    { $count ->
        [one] { $count } pessoa
       *[other] { $count } pessoas
    }
digest-people-band = { $band } pessoas
# Por exemplo: 61 contribuições de 34 pessoas, em francês, inglês e árabe.
digest-counts = { $contributions } de { $people }, em { $languages }.
digest-statement = Leitura automática do que escreveram os participantes. Não é completa, não foi negociada e não é a opinião da rede.
digest-counted-only =
    { $count ->
        [one] De { $people } pessoas, { $count } é contada e não citada.
       *[other] De { $people } pessoas, { $count } são contadas e não citadas.
    }
digest-left-out = Contribuições deixadas de fora: { $reasons }.
digest-left-out-withdrawn =
    { $count ->
        [one] { $count } retirada
       *[other] { $count } retiradas
    }
digest-left-out-hidden =
    { $count ->
        [one] { $count } ocultada pela moderação
       *[other] { $count } ocultadas pela moderação
    }
digest-left-out-not-consented = { $count } já sem acordo
digest-left-out-duplicate =
    { $count ->
        [one] { $count } igual a outras
       *[other] { $count } iguais a outras
    }
digest-left-out-unreadable = { $count } num idioma que não sei analisar
digest-nothing = Ainda não há nada anotado neste âmbito. O que se escrever aqui a partir de agora estará na próxima síntese.
digest-too-few =
    { $count ->
        [one] Menos de { $count } pessoa escreveu neste âmbito. Uma síntese de um grupo tão pequeno poderia mostrar quem são; por isso não existe. Peça um âmbito mais amplo.
       *[other] Menos de { $count } pessoas escreveram neste âmbito. Uma síntese de um grupo tão pequeno poderia mostrar quem são; por isso não existe. Peça um âmbito mais amplo.
    }

digest-key-messages = O que mais foi referido
digest-not-heard = Ainda por ouvir: { $who }
digest-not-heard-here = Ainda por ouvir sobre isto: { $who }
digest-more = Síntese completa: { $command }
digest-none-published = Ainda não foi publicada aqui nenhuma síntese.
digest-passages =
    { $count ->
        [one] { $count } passagem
       *[other] { $count } passagens
    }
digest-also-from = de: { $who }
digest-campaign-short =
    { $count ->
        [one] { $count } envio com as mesmas palavras
       *[other] { $count } envios com as mesmas palavras
    }
digest-campaign =
    { $count ->
        [one] Enviado com as mesmas palavras por { $count } pessoa; conta como uma só na ordem dos temas.
       *[other] Enviado com as mesmas palavras por { $count } pessoas; contam como uma só na ordem dos temas.
    }
digest-also-in = Também em:
digest-in = Em:

digest-objective = Objetivo { $number }: { $label }
digest-objective-short = objetivo { $number }
digest-round-table = Mesa-redonda { $number }: { $label }
digest-no-objective = Sobre nenhum objetivo do Pacto Global
digest-title-foreign = { $about }: { $phrase }
digest-rest = Outros pontos, cada um feito uma só vez

# Títulos.
digest-kind-good-practice = Progressos e boas práticas
digest-kind-challenge = Dificuldades e lacunas
digest-kind-recommendation = Recomendações
digest-kind-pledge = Compromissos
digest-kind-question = Perguntas
digest-kind-other = Outras observações
# Uma passagem ou um tema.
digest-one-good-practice = boa prática
digest-one-challenge = dificuldade
digest-one-recommendation = recomendação
digest-one-pledge = compromisso
digest-one-question = pergunta
digest-one-other = observação
digest-recommendation-to = recomendação { $addressee }
digest-to-states = aos Estados
digest-to-un = às Nações Unidas
digest-to-employers = aos empregadores
digest-to-local-authorities = às autoridades locais
digest-to-civil-society = à sociedade civil
digest-to-parliaments = aos parlamentos
digest-to-consulates = aos consulados
digest-to-media = aos meios de comunicação
digest-level-local = nível local
digest-level-national = nível nacional
digest-level-regional = nível regional
digest-level-global = nível mundial

digest-principles = Princípios transversais
digest-questions = Perguntas ainda em aberto
digest-unplaced = Fora de qualquer tema
digest-unplaced-text =
    { $count ->
        [one] { $count } passagem fica sozinha:
       *[other] { $count } passagens ficam sozinhas:
    }
digest-for-a-reader =
    { $count ->
        [one] { $count } passagem está num idioma que não sei analisar. Lê-a uma pessoa:
       *[other] { $count } passagens estão em idiomas que não sei analisar. Lê-as uma pessoa:
    }

digest-participation = Quem participou
digest-attribute-category = Categorias
digest-attribute-subregion = Sub-regiões
digest-attribute-language = Idiomas
digest-share = { $label }: { $people }
digest-not-stated = não indicado
digest-small-group =
    { $count ->
        [one] Com menos de { $count } pessoa, nada se diz sobre o grupo.
       *[other] Com menos de { $count } pessoas, nada se diz sobre o grupo.
    }

digest-method = Como foi feita esta síntese
digest-method-citing = Cada linha indica as passagens em que assenta. As citações são frases inteiras, tal como foram escritas, e só quando os seus autores concordaram.
digest-method-count-words = Contam-se as pessoas, ou as organizações pelos textos que apresentaram: { $one } é 1, { $some } de 2 a 4, { $several } de 5 a 9, { $many } 10 ou mais.
digest-method-groups =
    { $count ->
        [one] O que se diz do autor de uma citação vale aqui para pelo menos { $count } pessoa, salvo se o autor aceitou ser nomeado. Por característica, as pessoas são contadas só por faixas.
       *[other] O que se diz do autor de uma citação vale aqui para pelo menos { $count } pessoas, salvo se o autor aceitou ser nomeado. Por característica, as pessoas são contadas só por faixas.
    }
digest-method-excluded = Fica de fora, ou não é mostrado duas vezes: { $reasons }.
digest-method-votes = Não houve votos; por isso nada se diz sobre os acordos e as diferenças.
digest-method-version = gcm-talks { $version }; o acaso não intervém.
digest-excluded-withdrawn = o que foi retirado
digest-excluded-hidden = o que a moderação ocultou
digest-excluded-not-consented = aquilo com que o autor já não concorda
digest-excluded-duplicate = as cópias do mesmo texto
digest-excluded-unreadable = os textos em idiomas que não sei analisar (estão numa lista, para serem lidos por uma pessoa)
digest-excluded-rehearsal = os ensaios

digest-by-someone = uma pessoa que participa
digest-by-place = { $who }, { $place }
digest-by-organisation = { $organisation }
# A organização foi escrita pelo autor e ninguém a confirmou.
digest-by-claim = uma pessoa que escreve por { $organisation }

digest-language-en = inglês
digest-language-fr = francês
digest-language-es = espanhol
digest-language-ar = árabe
digest-language-ru = russo
digest-language-zh = chinês
digest-language-pt = português
digest-language-other = outro idioma ({ $tag })
