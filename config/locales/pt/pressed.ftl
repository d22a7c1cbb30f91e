# O que diz um botão, um formulário ou um menu.

handled = Feito.
answer-over = Esta pergunta já terminou. { $help } mostra o que pode fazer agora.
hand-in-own = Só pode entregar o que escreveu.
form-answer = Responder
form-write = Escrever
button-join = Participar
button-private = Escrever em privado
button-who = Quem pode ler aqui
button-help = Ajuda
digest-follows = A síntese vem a seguir.
