using ClaimsDesk.Web.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
