"""A report becomes pages: values in, finished HTML and files out, for any site engine."""
