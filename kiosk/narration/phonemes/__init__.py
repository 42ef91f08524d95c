"""From what is said to the symbols the voices were trained on."""
