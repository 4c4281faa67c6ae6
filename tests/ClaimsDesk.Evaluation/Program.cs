using ClaimsDesk.Evaluation;

return await EvaluationCommand.Create().Parse(args).InvokeAsync();
