# Lo que figura en el manifiesto de una exportación.

export-notice = Cada persona puede retirar lo que escribió, o reducir su acuerdo, en cualquier momento. Lo que se retire después de esta fecha ({ $day }) debe quitarse de estos archivos y de todo lo que se haya hecho con ellos.
export-check = gcm-talks export --check con este manifiesto da la lista de lo que hay que quitar, o mostrar con menos datos. Compruébelo antes de cada uso.
export-text = En el archivo JSON, los textos están palabra por palabra. En el archivo CSV, un ' precede a las celdas que una hoja de cálculo leería como fórmula.
