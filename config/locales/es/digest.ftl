# Resúmenes: qué se escribió, quién lo escribió, sobre qué, y cuánto de ello se muestra.

digest-heading = { $title }, { $period }
digest-until = hasta el { $date }
digest-contributions =
    { $count ->
        [one] { $count } contribución
       *[other] { $count } contribuciones
    }
digest-people =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
digest-people-band = { $band } personas
# Por ejemplo: 61 contribuciones de 34 personas, en francés, inglés y árabe.
digest-counts = { $contributions } de { $people }, en { $languages }.
digest-statement = Lectura automática de lo que escribieron los participantes. No es completa, no se ha negociado y no es la opinión de la red.
digest-counted-only =
    { $count ->
        [one] De { $people } personas, { $count } se cuenta y no se cita.
       *[other] De { $people } personas, { $count } se cuentan y no se citan.
    }
digest-left-out = Contribuciones dejadas fuera: { $reasons }.
digest-left-out-withdrawn =
    { $count ->
        [one] { $count } retirada
       *[other] { $count } retiradas
    }
digest-left-out-hidden =
    { $count ->
        [one] { $count } ocultada por la moderación
       *[other] { $count } ocultadas por la moderación
    }
digest-left-out-not-consented = { $count } ya sin acuerdo
digest-left-out-duplicate =
    { $count ->
        [one] { $count } igual a otras
       *[other] { $count } iguales a otras
    }
digest-left-out-unreadable = { $count } en un idioma que no sé analizar
digest-nothing = Todavía no hay nada anotado en este ámbito. Lo que se escriba aquí desde ahora estará en el próximo resumen.
digest-too-few =
    { $count ->
        [one] Menos de { $count } persona ha escrito en este ámbito. Un resumen de un grupo tan pequeño podría mostrar quiénes son; por eso no lo hay. Pida un ámbito más amplio.
       *[other] Menos de { $count } personas han escrito en este ámbito. Un resumen de un grupo tan pequeño podría mostrar quiénes son; por eso no lo hay. Pida un ámbito más amplio.
    }

digest-key-messages = Lo que más se mencionó
digest-not-heard = Aún sin escuchar: { $who }
digest-not-heard-here = Aún sin escuchar sobre esto: { $who }
digest-more = Resumen completo: { $command }
digest-none-published = Aquí todavía no se ha publicado ningún resumen.
digest-passages =
    { $count ->
        [one] { $count } pasaje
       *[other] { $count } pasajes
    }
digest-also-from = de: { $who }
digest-campaign-short =
    { $count ->
        [one] { $count } envío con las mismas palabras
       *[other] { $count } envíos con las mismas palabras
    }
digest-campaign =
    { $count ->
        [one] Enviado con las mismas palabras por { $count } persona; cuenta como una sola en el orden de los temas.
       *[other] Enviado con las mismas palabras por { $count } personas; cuentan como una sola en el orden de los temas.
    }
digest-also-in = También en:
digest-in = En:

digest-objective = Objetivo { $number }: { $label }
digest-objective-short = objetivo { $number }
digest-round-table = Mesa redonda { $number }: { $label }
digest-no-objective = Sobre ningún objetivo del Pacto Mundial
digest-title-foreign = { $about }: { $phrase }
digest-rest = Otros puntos, hechos una sola vez cada uno

# Títulos.
digest-kind-good-practice = Progresos y buenas prácticas
digest-kind-challenge = Dificultades y carencias
digest-kind-recommendation = Recomendaciones
digest-kind-pledge = Compromisos
digest-kind-question = Preguntas
digest-kind-other = Otras observaciones
# Un pasaje o un tema.
digest-one-good-practice = buena práctica
digest-one-challenge = dificultad
digest-one-recommendation = recomendación
digest-one-pledge = compromiso
digest-one-question = pregunta
digest-one-other = observación
digest-recommendation-to = recomendación { $addressee }
digest-to-states = a los Estados
digest-to-un = a las Naciones Unidas
digest-to-employers = a los empleadores
digest-to-local-authorities = a las autoridades locales
digest-to-civil-society = a la sociedad civil
digest-to-parliaments = a los parlamentos
digest-to-consulates = a los consulados
digest-to-media = a los medios de comunicación
digest-level-local = nivel local
digest-level-national = nivel nacional
digest-level-regional = nivel regional
digest-level-global = nivel mundial

digest-principles = Principios transversales
digest-questions = Preguntas aún abiertas
digest-unplaced = Fuera de todo tema
digest-unplaced-text =
    { $count ->
        [one] { $count } pasaje queda solo:
       *[other] { $count } pasajes quedan solos:
    }
digest-for-a-reader =
    { $count ->
        [one] { $count } pasaje está en un idioma que no sé analizar. Lo lee una persona:
       *[other] { $count } pasajes están en idiomas que no sé analizar. Los lee una persona:
    }

digest-participation = Quiénes participaron
digest-attribute-category = Categorías
digest-attribute-subregion = Subregiones
digest-attribute-language = Idiomas
digest-share = { $label }: { $people }
digest-not-stated = sin indicar
digest-small-group =
    { $count ->
        [one] Con menos de { $count } persona, no se dice nada sobre el grupo.
       *[other] Con menos de { $count } personas, no se dice nada sobre el grupo.
    }

digest-method = Cómo se hizo este resumen
digest-method-citing = Cada línea nombra los pasajes en que se apoya. Las citas son frases enteras, tal como se escribieron, y solo si sus autores estuvieron de acuerdo.
digest-method-count-words = Se cuentan las personas, o las organizaciones por los textos que presentaron: { $one } es 1, { $some } de 2 a 4, { $several } de 5 a 9, { $many } 10 o más.
digest-method-groups =
    { $count ->
        [one] Lo que se dice del autor de una cita vale aquí para { $count } persona al menos, salvo si el autor aceptó que se le nombre. Por característica, las personas se cuentan solo por tramos.
       *[other] Lo que se dice del autor de una cita vale aquí para { $count } personas al menos, salvo si el autor aceptó que se le nombre. Por característica, las personas se cuentan solo por tramos.
    }
digest-method-excluded = Queda fuera, o no se muestra dos veces: { $reasons }.
digest-method-votes = No hubo votos; por eso no se dice nada sobre los acuerdos y las diferencias.
digest-method-version = gcm-talks { $version }; no interviene el azar.
digest-excluded-withdrawn = lo que se retiró
digest-excluded-hidden = lo que ocultó la moderación
digest-excluded-not-consented = aquello con lo que su autor ya no está de acuerdo
digest-excluded-duplicate = las copias del mismo texto
digest-excluded-unreadable = los textos en idiomas que no sé analizar (están en una lista, para que los lea una persona)
digest-excluded-rehearsal = los ensayos

digest-by-someone = una persona que participa
digest-by-place = { $who }, { $place }
digest-by-organisation = { $organisation }
# La organización la escribió el autor y nadie la ha confirmado.
digest-by-claim = una persona que escribe por { $organisation }

digest-language-en = inglés
digest-language-fr = francés
digest-language-es = español
digest-language-ar = árabe
digest-language-ru = ruso
digest-language-zh = chino
digest-language-pt = portugués
digest-language-other = otro idioma ({ $tag })
