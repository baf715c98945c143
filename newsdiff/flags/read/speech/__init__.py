"""Who says what a sentence tells: speakers, verbs of saying and what is said, by the sentence's build."""
