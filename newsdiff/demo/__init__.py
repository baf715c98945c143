"""An invented article in six states, and the small site that serves them: what ``newsdiff demo`` watches."""
