# Ce qui figure dans le manifeste d’un export.

export-notice = Chacun peut à tout moment retirer ce qu’il a écrit, ou réduire son accord. Ce qui est retiré après cette date ({ $day }) doit être enlevé de ces fichiers et de tout ce qui en a été tiré.
export-check = gcm-talks export --check avec ce manifeste donne la liste de ce qu’il faut enlever, ou montrer avec moins de détails. Vérifiez avant chaque usage.
export-text = Dans le fichier JSON, les textes sont mot pour mot. Dans le fichier CSV, un ' précède les cellules qu’un tableur lirait comme une formule.
