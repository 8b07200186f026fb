"""Work on a built site: each module is a function of the site's folder and the dossier, and a command of its own."""
