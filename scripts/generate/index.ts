import { generateDocumentation } from './documentation.ts';
import { generatePolicies } from './policies.ts';
import { generateRecords } from './records.ts';
import { generateReportPage } from './report-page.ts';
import { generateRuleIndex } from './rule-index.ts';
import { generateRulesDigest } from './rules-digest.ts';
import { generateShapes } from './shapes.ts';
import { generateValidators } from './validators.ts';

// In the order in which they need each other: the policies are checked by the program itself.
await generateReportPage();
await generateShapes();
await generateValidators();
await generateRecords();
await generateRuleIndex();
// After the index of rules and before whatever judges by them.
await generateRulesDigest();
await generatePolicies();
await generateDocumentation();
