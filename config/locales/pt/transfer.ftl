# O que consta do manifesto de uma exportação.

export-notice = Cada pessoa pode retirar o que escreveu, ou reduzir o seu acordo, a qualquer momento. O que for retirado depois desta data ({ $day }) tem de ser tirado destes ficheiros e de tudo o que foi feito com eles.
export-check = gcm-talks export --check com este manifesto dá a lista do que é preciso tirar, ou mostrar com menos dados. Verifique antes de cada uso.
export-text = No ficheiro JSON, os textos estão palavra por palavra. No ficheiro CSV, um ' está antes das células que uma folha de cálculo leria como fórmula.
