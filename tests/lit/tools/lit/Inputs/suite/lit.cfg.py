import lit.formats

config.name = 'Inner'
config.test_format = lit.formats.ShTest(execute_external=False)
