<?php

// Writes a service provider's SAML metadata as SimpleSAMLphp keeps it, read by SimpleSAMLphp's own parser; further
// arguments are settings of SimpleSAMLphp for this one, as assertion.encryption=false.

require getenv('SIMPLESAMLPHP') . '/lib/_autoload.php';

$xml = file_get_contents($argv[1]);
if ($xml === false) {
    exit(1);
}
$entities = SimpleSAML\Metadata\SAMLParser::parseDescriptorsString($xml);
echo "<?php\n\n";
foreach ($entities as $entity) {
    $provider = $entity->getMetadata20SP();
    if ($provider !== null) {
        foreach (array_slice($argv, 2) as $setting) {
            [$name, $value] = explode('=', $setting, 2);
            $provider[$name] = json_decode($value) ?? $value;
        }
        unset($provider['entityDescriptor'], $provider['expire']);
        echo '$metadata[' . var_export($provider['entityid'], true) . '] = ' . var_export($provider, true) . ";\n";
    }
}
