Console.WriteLine("ClaimsDesk");
