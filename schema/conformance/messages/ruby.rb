# What json_schemer says of each fault. It knows draft-07, so it takes that flavour of the schema.
require "set"
require "json"
require "json_schemer"

here = File.dirname(__FILE__)
read = ->(name) { JSON.parse(File.read(File.join(here, name), encoding: "UTF-8")) }
faults = read.("faults.json")
schema = JSONSchemer.schema(read.(faults["schema"].sub("../1.0/", "../flavours/draft-07/")))
faults["faults"].each do |fault|
  document = read.(faults["document"])
  *path, last = fault["at"].split("/").drop(1)
  parent = path.reduce(document) { |value, token| value.is_a?(Array) ? value[token.to_i] : value[token] }
  fault.key?("put") ? parent[last] = fault["put"] : parent.delete(last)
  puts JSON.generate(schema.validate(document).map { |e| [e["data_pointer"], "#{e["type"]} #{e["details"]}"] })
end
