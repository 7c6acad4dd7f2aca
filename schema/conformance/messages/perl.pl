#!/usr/bin/perl
# What JSON::Validator says of each fault.
use strict;
use warnings;
use FindBin;
use JSON::Validator;
use Mojo::File qw(path);
use Mojo::JSON qw(decode_json encode_json);
use Mojo::JSON::Pointer;

my $here   = path($FindBin::Bin);
my $faults = decode_json($here->child('faults.json')->slurp);
my $schema = decode_json($here->child($faults->{schema})->slurp);
my $jv     = JSON::Validator->new->schema($schema);
for my $fault (@{$faults->{faults}}) {
  my $document = decode_json($here->child($faults->{document})->slurp);
  my ($parent, $last) = $fault->{at} =~ m{^(.*)/([^/]+)$};
  my $object = Mojo::JSON::Pointer->new($document)->get($parent);
  if (exists $fault->{put}) { $object->{$last} = $fault->{put} }
  else                      { delete $object->{$last} }
  print encode_json([map { [$_->path eq '/' ? '' : $_->path, $_->message] } $jv->validate($document)]), "\n";
}
