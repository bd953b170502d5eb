import lit.formats

config.name = 'Commands'
config.test_format = lit.formats.ShTest(execute_external=False)
