import lit.formats

config.name = 'Python'
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = ['.test']
config.substitutions.append(('%who', 'me'))
config.substitutions.append(('%where', 'here'))
