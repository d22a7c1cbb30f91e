# O que diz um botão, um formulário ou um menu.

handled = Feito.
answer-over = Esta pergunta já terminou. { $help } mostra o que pode fazer agora.
answer-over-words = Para que não se percam, aqui estão as suas palavras:
answer-takes-longer = Isto demora mais do que o habitual. Se dentro de um minuto não houver resposta aqui, faça-o outra vez, por favor.
hand-in-own = Só pode entregar o que escreveu.
hand-in-nothing = Nesta mensagem não há palavras que eu possa anotar.
form-answer = Responder
form-write = Escrever
button-join = Participar
button-private = Escrever em privado
button-who = Quem pode ler aqui
button-help = Ajuda
button-withdraw = Retirar
button-why = Porquê
button-consent = O meu acordo
button-stop = Parar
button-my-contributions = As minhas contribuições
button-my-data = Os meus dados
button-forget-me = Esqueça-me
button-approve = Autorizar
button-decline = Não citar
pressed-follows = Vem a seguir.

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = participar na consulta
menu-gcm-office = gerir as salas e relatar
menu-hand-in = Apresentar esta mensagem
option-command = comando
option-command-about = o comando a explicar
option-level = nível
option-level-about = como as suas palavras podem ser usadas
option-receipt-or-word = recibo-ou-palavra
option-receipt-or-word-about = um recibo, só para esse texto; ou a sua categoria, organização ou nome
option-language = idioma
option-language-about = o idioma em que lhe escrevo
option-objective = objetivo
option-objective-about = um número de 1 a 23, ou uma palavra
option-receipt = recibo
option-receipt-about = o recibo, por exemplo AF-0042
option-text = texto
option-text-about = o que quer dizer; sem texto, abre-se um formulário
option-passage = passagem
option-passage-about = a passagem, por exemplo AF-0042.1
option-objective-or-kind = objetivo-ou-tipo
option-objective-or-kind-about = por exemplo: objetivo 6, ou nenhum, ou tipo desafio
option-what = quê
option-what-about = o que fazer
option-options = opções
option-options-about = um nome, ou o que definir, como no manual
option-until = até
option-until-about = quando fecha, por exemplo 13 set 18:00
option-question = pergunta
option-question-about = a pergunta à sala; sem ela, abre-se um formulário
option-reason = motivo
option-reason-about = porquê; o autor é avisado
option-scope = âmbito
option-scope-about = por exemplo: objetivo 6 desde 2 set, ou sala west-africa
option-who-and-what = quem-e-quê
option-who-and-what-about = por exemplo: moderator @amina região africa
option-code = código
option-code-about = o código dado à outra conta
