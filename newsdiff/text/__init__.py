"""What every stage knows of texts, whatever their language: tokens, scripts, typography, addresses, mojibake."""
