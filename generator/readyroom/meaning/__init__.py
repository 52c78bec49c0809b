"""What a passage means, whatever its language: is it blank, a person, a placeholder, negated?

The words themselves are in the language files; rules and gates share these readings of them.
"""
