"""From records to HTML: one module per thing a reader sees. Each function takes a Context and gives Markup."""
