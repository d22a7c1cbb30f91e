# Convocatórias, formulários e inscrição.

command-register = inscrição, inscrever, inscrever-me, inscrever-se, register
command-unregister = cancelar inscrição, unregister
command-check-in = presente, check in
command-registrations = inscrições, registrations
command-coverage = cobertura, coverage
command-call = convocatória, call

help-register = inscrever-se, ou ver e mudar a inscrição
help-unregister = retirar a inscrição; as respostas são apagadas
help-check-in = dizer que se está presente; por outros, pelo número
help-registrations = quem se inscreveu, por número e estado; aceitar ou não
help-coverage = inscritos por categoria, região e género; quem falta
help-call = abrir, prolongar, anunciar ou fechar uma convocatória; o texto

takes-answers = país Quénia modo em linha …
takes-number = número
takes-which = confirmadas, espera, aceitar 17 …
option-answers = respostas
option-answers-about = as suas respostas de uma vez, por exemplo: país Togo modo em linha; senão pergunto
option-number = número
option-number-about = o número de uma inscrição; sem ele, a própria pessoa
option-which = quais
option-which-about = por exemplo: espera, ou aceitar 17, ou recusar 17
menu-gcm-talks = inscrever-se e participar nos encontros
button-register = Inscrever-me
button-unregister = Cancelar a inscrição
button-take-place = Ficar com o lugar

words-pause = pausa
words-back = voltar
words-skip = saltar
words-change = mudar
words-registration = inscrição, inscrições
words-extend = prolongar
words-capacity = capacidade
words-online = em linha, online
words-audience = público
words-hours = horas
words-everyone = todos
words-youth = jovens
words-states = estados
words-invitation = convite
words-accept = aceitar
words-decline = recusar
words-confirmed = confirmadas
words-promised = prometidas
words-waiting = espera
words-asked = pedidas

mode-room = presencial
mode-online = em linha

form-first = Esta é a primeira pergunta.
form-change = Escreva o número de uma resposta para a mudar, ou 0 se tudo está certo.
form-required = Esta pergunta precisa de resposta. Também pode escrever pausa e continuar depois.
form-empty = Não há aqui resposta. Escreva uma.
form-too-long = Isto tem { $example } caracteres. Escreva no máximo { $limit }.
form-country = Não conheço nenhum país { $typed }. Escreva o nome, o código ou a bandeira, como Togo, TGO ou 🇹🇬.
form-country-near = Não conheço nenhum país { $typed }. Quer dizer { $example }? Escreva o número ou o nome.
form-theme = Não conheço objetivo nem mesa-redonda { $typed }. Escreva por exemplo: 6, remessas, mesa-redonda 2.
form-too-many = Indique no máximo { $limit }.
form-choice = { $typed } não é nenhuma das respostas. Escreva um número de 1 a { $limit } ou as palavras, por exemplo: { $example }.
form-choices = { $typed } não é nenhuma das respostas. Escreva números de 1 a { $limit } com vírgulas, por exemplo: 1, 2.

form-skip = não responder
form-sensitive = É um dado sensível e não precisa de responder. Se o fizer, aceita que o guarde, selado, só para isto.
form-summary = Estas são as suas respostas. Escreva um número para mudar uma, ou 0:
form-confirm = tudo está certo
form-paused = As suas respostas ficam guardadas. Para continuar, mesmo daqui a dias, escreva { $command }.
form-more = Perguntas que faltam, todas facultativas: { $count }. Responder agora?
form-done = Obrigado. { $data } mostra o que guardo; { $undo } retira a sua inscrição.

register-none = Ainda não é possível inscrever-se em { $consultation }. Perguntas: { $contact }.
register-closed = A inscrição em { $consultation } fechou a { $day }. Se ainda quer vir, dirija-se a { $contact }.
register-states = Esta inscrição é para Estados-Membros. Se representa um, dirija-se a { $contact }.
register-kept = Inscrição em { $consultation }, a cargo de { $controller }. O que responder é guardado, selado, até { $days } dias após a publicação do resumo; os organizadores podem lê-lo. Pode retirá-lo a qualquer momento.
register-age = Tem 18 anos ou mais, e concorda?
register-youth = É para pessoas dos 18 aos 30 anos. É o seu caso, e concorda?
register-not-youth = Nada foi guardado. Para saber onde podem vir pessoas de outra idade, dirija-se a { $contact }.
register-under-18 = Nada foi guardado. Se tem menos de 18 anos, não posso inscrevê-lo; { $contact } pode ajudar.
register-line = Não sei o que fazer com { $typed }. Escreva por exemplo: { $example }

registered-confirmed = Está inscrito em { $consultation }, { $mode }. O seu número é { $number }.
registered-waiting = Todos os lugares estão ocupados: está na lista de espera de { $consultation }, { $mode }. O seu número é { $number }. Aviso quando houver um lugar para si; fica então guardado { $hours } horas.
registered-place = O seu lugar na lista: { $place }.
registered-place-of = O seu lugar na lista: { $place } de { $of }.
registered-promised = Há um lugar para si: { $consultation }, { $mode }. Fica guardado até { $until }. Para o aceitar, escreva { $register }; para o devolver, { $unregister }.
registered-asked = A sua inscrição em { $consultation } foi entregue com o número { $number }. Os organizadores convidam uma pessoa de cada vez; digo-lhe o que decidirem.
registered-draft = A sua inscrição em { $consultation } não está terminada. Para continuar, escreva { $register }.
registered-declined = Os organizadores não puderam aceitar a sua inscrição em { $consultation }. Para perguntar porquê, dirija-se a { $contact }.
registered-lapsed = O lugar guardado para si em { $consultation } passou à pessoa seguinte. Para voltar à lista, escreva { $register }.

unregister-none = Não está inscrito em { $consultation }. Para se inscrever, escreva { $command }.
unregister-done = Já não está inscrito em { $consultation }, e as suas respostas foram apagadas. Para se inscrever de novo, escreva { $command }.

check-in-none = Ainda não tem lugar em { $consultation }. { $command } mostra em que ponto está.
check-in-no-number = Ninguém com lugar tem o número { $typed }. Escreva por exemplo: presente 17.
check-in-done = O número { $number } está cá: { $consultation }.

entry-draft = por terminar
entry-confirmed = confirmada
entry-promised = lugar guardado
entry-waiting = lista de espera
entry-asked = por decidir
entry-declined = não aceite
entry-lapsed = não aceite a tempo
entry-withdrawn = retirada
entry-number = número { $number }
entry-checked-in = está cá

call-needs = Antes de abrir uma convocatória é preciso definir: { $missing }. Escreva { $command }
call-already = Esta convocatória já está aberta. Para mudar até quando ou quantos lugares: { $command }
call-none = Não está aberta nenhuma convocatória dessas. Escreva { $command }
call-no-places = Não haveria nenhum lugar. Dê lugares na sala ou em linha, por exemplo: sala 120 em linha 400.
call-open = A inscrição em { $consultation } está aberta.
call-open-until = A inscrição em { $consultation } está aberta até { $until }.
call-closed = A inscrição em { $consultation } está fechada.
call-no-limit = sem limite
call-places = { $mode }: { $given } dados de { $places }, { $waiting } em espera
audience-youth = Para pessoas dos 18 aos 30 anos.
audience-states = Para Estados-Membros.
audience-invitation = Por convite: pessoas decidem sobre cada um.
card-register = inscrever-se na consulta
card-register-until = inscrever-se, até { $until }

registrations-empty = Não há nenhuma.
registrations-more = E mais { $count }. Indique um estado para ver menos, por exemplo: inscrições espera.
registrations-no-number = Nenhuma inscrição com o número { $typed } espera decisão. Escreva por exemplo: inscrições aceitar 17.
registrations-accepted = O número { $number } foi aceite e avisado.
registrations-declined = O número { $number } não foi aceite e foi avisado.

coverage-heading = Quem se inscreveu
coverage-people = Pessoas: { $people }.
coverage-group = { $name } { $people }
coverage-missing = Poucas ou nenhuma até agora: { $groups }.
coverage-bands = Grupos com menos de { $count } pessoas não são contados. Quem nada disse não está em nenhum grupo.

# Changing a form from the chat.
words-form = formulário
words-ask = pergunta
words-submission = contribuição
words-label = rótulo
words-option = opção
call-form-line = Escreva o que deve mudar, por exemplo: { $example }
call-form-preview = É assim que se lê a partir de agora. Está certo?
call-form-done = O formulário mudou (versão { $version }). A quem o está a preencher só se pergunta o que já não vale.
call-form-left = Nada foi mudado.
call-form-off = omitido
