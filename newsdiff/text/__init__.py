"""What every stage knows of language: tokens, sentences, typography, word tables (one a language), detection."""
