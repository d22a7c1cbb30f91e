# What stands in the manifest of an export.

export-notice = People may take back what they wrote, or lower their consent, at any time. What is taken back after { $day } must be taken out of these files and of whatever was made from them.
export-check = gcm-talks export --check with this manifest lists what has to be taken out, or shown with less. Check before every use.
export-text = Texts are verbatim in the JSON file. In the CSV file a ' stands before cells that a spreadsheet would read as a formula.
