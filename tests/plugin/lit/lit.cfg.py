# For pim-lit, which knows the tools by itself.
config.name = 'sat-plugin'
config.suffixes = ['.mlir']
