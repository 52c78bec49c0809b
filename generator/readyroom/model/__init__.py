"""The shared words of Readyroom as frozen values; everything else imports from here."""
